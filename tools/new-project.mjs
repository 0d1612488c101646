// Makes the frame of a project: node tools/new-project.mjs libs/agreements/domain [type]
// The folder gives the name and the scope; `type` is the layer, when it is not the folder's own name.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [, , folder, givenType] = process.argv;
if (!folder || !/^(libs\/[a-z-]+\/[a-z-]+|apps\/[a-z-]+|test\/[a-z0-9-]+)$/.test(folder)) {
  console.error('Give a folder like libs/<context>/<layer>, apps/<name> or test/<name>.');
  process.exit(1);
}
if (existsSync(join(folder, 'package.json'))) {
  console.error(`${folder} is there already.`);
  process.exit(1);
}
const [kind, context, layer] = folder.split('/');
const name = kind === 'libs' ? `${context}-${layer}` : context;
const type = givenType ?? (kind === 'apps' ? 'app' : kind === 'test' ? 'test' : layer);
const scope = kind === 'libs' ? context : kind === 'apps' ? 'apps' : 'workspace';
const up = folder
  .split('/')
  .map(() => '..')
  .join('/');

const manifest = {
  name: `@intekenboek/${name}`,
  version: '0.0.0',
  private: true,
  license: 'EUPL-1.2',
  ...(kind === 'libs' && {
    exports: { '.': { '@intekenboek/source': './src/index.ts', default: './dist/index.js' } },
  }),
  nx: { tags: [`scope:${scope}`, `type:${type}`] },
  scripts: {
    ...(kind !== 'test' && { build: `node ${up}/tools/swc-build.mjs` }),
    test: `node --experimental-vm-modules ${up}/node_modules/jest/bin/jest.js --passWithNoTests`,
    lint: 'eslint .',
    typecheck: `node ${up}/node_modules/typescript-7/bin/tsc -p tsconfig.json`,
  },
};

mkdirSync(join(folder, 'src'), { recursive: true });
const write = (file, text) => writeFileSync(join(folder, file), text);
write('package.json', `${JSON.stringify(manifest, null, 2)}\n`);
write('tsconfig.json', `{ "extends": "${up}/tsconfig.base.json", "include": ["src/**/*.ts"] }\n`);
write(
  'jest.config.cjs',
  `module.exports = { displayName: '${name}', preset: '${up}/jest.preset.cjs', rootDir: __dirname };\n`,
);
console.log(`${folder}: @intekenboek/${name} (scope:${scope}, type:${type}). Run npm install to link it.`);

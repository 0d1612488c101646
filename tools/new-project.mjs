// Makes the frame of a project: node tools/new-project.mjs libs/agreements/domain
// The folder gives the name, the context and the layer; tools/layers.mjs says which there are.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { placeOf } from './layers.mjs';
import { root } from './projects.mjs';

const [folder = ''] = process.argv.slice(2);
const place = placeOf(folder);
if (!place || folder === 'tools') {
  console.error(
    'Give libs/<context>/<layer>, apps/<name> or test/<name>, of those that tools/layers.mjs knows.',
  );
  process.exit(1);
}
if (existsSync(join(root, folder, 'package.json'))) {
  console.error(`${folder} is there already.`);
  process.exit(1);
}

const [kind, ...names] = folder.split('/');
const name = names.join('-');
const up = folder.replace(/[^/]+/g, '..');

const manifest = {
  name: `@intekenboek/${name}`,
  version: '0.0.0',
  private: true,
  license: 'EUPL-1.2',
  ...(kind === 'libs' && {
    exports: { '.': { '@intekenboek/source': './src/index.ts', default: './dist/index.js' } },
  }),
  nx: { tags: [place.scope, place.type] },
  scripts: {
    ...(kind !== 'test' && { build: `node ${up}/tools/swc-build.mjs` }),
    test: `node --experimental-vm-modules ${up}/node_modules/jest/bin/jest.js --passWithNoTests`,
    lint: 'eslint .',
    typecheck: `node ${up}/node_modules/typescript-7/bin/tsc -p tsconfig.json`,
  },
};

async function write(file, text) {
  const filepath = join(root, folder, file);
  writeFileSync(filepath, await format(text, { ...(await resolveConfig(filepath)), filepath }));
}

mkdirSync(join(root, folder, 'src'), { recursive: true });
await write('package.json', JSON.stringify(manifest));
await write('tsconfig.json', `{ "extends": "${up}/tsconfig.base.json", "include": ["src/**/*.ts"] }`);
await write(
  'jest.config.cjs',
  `module.exports = { displayName: '${name}', preset: '${up}/jest.preset.cjs', rootDir: __dirname };`,
);
console.log(`${folder}: ${manifest.name} (${place.scope}, ${place.type}). Run npm install to link it.`);

const swc = require('./tools/swc.cjs');

// Nest 12 and a few of its dependencies are ESM only.
// Node >= 24.9 with --experimental-vm-modules: jest 30.4+ can require() them as they are.
// Older Node: transpile them to CommonJS first (works on 20.19+ and 22.12+, slower).
const [major, minor] = process.versions.node.split('.').map(Number);
const nativeRequireEsm =
  (major > 24 || (major === 24 && minor >= 9)) &&
  [...process.execArgv, process.env.NODE_OPTIONS ?? ''].join(' ').includes('--experimental-vm-modules');
const esmOnly = [
  '@nestjs',
  'file-type',
  'strtok3',
  'token-types',
  'uint8array-extras',
  '@tokenizer',
  '@borewit',
  'jose',
];

module.exports = {
  testEnvironment: 'node',
  // A busy machine is not a fault; what waits in a test has a deadline of its own.
  testTimeout: 30_000,
  testMatch: ['<rootDir>/src/**/*.spec.ts'],
  transform: {
    '^.+\\.ts$': ['@swc/jest', { ...swc, sourceMaps: 'inline' }],
    ...(nativeRequireEsm
      ? {}
      : {
          '/node_modules/.+\\.m?js$': [
            '@swc/jest',
            {
              swcrc: false,
              jsc: { target: 'es2023', parser: { syntax: 'ecmascript' } },
              module: { type: 'commonjs' },
            },
          ],
        }),
  },
  transformIgnorePatterns: [
    nativeRequireEsm ? '/node_modules/' : `/node_modules/(?!(${esmOnly.join('|')})/)`,
  ],
  testEnvironmentOptions: { customExportConditions: ['@intekenboek/source', 'node', 'node-addons'] },
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
};

module.exports = { displayName: 'fault', preset: '../../jest.preset.cjs', rootDir: __dirname };

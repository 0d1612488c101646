module.exports = { displayName: 'load', preset: '../../jest.preset.cjs', rootDir: __dirname };

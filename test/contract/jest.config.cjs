module.exports = { displayName: 'contract', preset: '../../jest.preset.cjs', rootDir: __dirname };

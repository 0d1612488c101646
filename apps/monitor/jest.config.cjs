module.exports = { displayName: 'monitor', preset: '../../jest.preset.cjs', rootDir: __dirname };

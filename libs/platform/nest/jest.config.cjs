module.exports = { displayName: 'platform-nest', preset: '../../../jest.preset.cjs', rootDir: __dirname };

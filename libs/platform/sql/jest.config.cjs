module.exports = { displayName: 'platform-sql', preset: '../../../jest.preset.cjs', rootDir: __dirname };

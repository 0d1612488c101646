module.exports = { displayName: 'identity-http', preset: '../../../jest.preset.cjs', rootDir: __dirname };

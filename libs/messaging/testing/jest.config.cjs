module.exports = { displayName: 'messaging-testing', preset: '../../../jest.preset.cjs', rootDir: __dirname };

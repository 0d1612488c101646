module.exports = { displayName: 'targets-domain', preset: '../../../jest.preset.cjs', rootDir: __dirname };

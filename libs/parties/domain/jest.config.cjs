module.exports = { displayName: 'parties-domain', preset: '../../../jest.preset.cjs', rootDir: __dirname };

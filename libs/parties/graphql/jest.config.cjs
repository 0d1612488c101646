module.exports = { displayName: 'parties-graphql', preset: '../../../jest.preset.cjs', rootDir: __dirname };

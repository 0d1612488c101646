module.exports = { displayName: 'targets-graphql', preset: '../../../jest.preset.cjs', rootDir: __dirname };

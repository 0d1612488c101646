module.exports = {
  displayName: 'reference-data-graphql',
  preset: '../../../jest.preset.cjs',
  rootDir: __dirname,
};

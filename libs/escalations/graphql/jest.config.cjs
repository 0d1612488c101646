module.exports = {
  displayName: 'escalations-graphql',
  preset: '../../../jest.preset.cjs',
  rootDir: __dirname,
};

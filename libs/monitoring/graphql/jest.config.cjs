module.exports = {
  displayName: 'monitoring-graphql',
  preset: '../../../jest.preset.cjs',
  rootDir: __dirname,
};

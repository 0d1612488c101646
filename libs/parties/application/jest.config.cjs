module.exports = {
  displayName: 'parties-application',
  preset: '../../../jest.preset.cjs',
  rootDir: __dirname,
};

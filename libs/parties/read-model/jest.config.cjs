module.exports = {
  displayName: 'parties-read-model',
  preset: '../../../jest.preset.cjs',
  rootDir: __dirname,
};

module.exports = {
  displayName: 'reference-data-facts',
  preset: '../../../jest.preset.cjs',
  rootDir: __dirname,
};

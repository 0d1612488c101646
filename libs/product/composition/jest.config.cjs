module.exports = {
  displayName: 'product-composition',
  preset: '../../../jest.preset.cjs',
  rootDir: __dirname,
};

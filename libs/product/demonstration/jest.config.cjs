module.exports = {
  displayName: 'product-demonstration',
  preset: '../../../jest.preset.cjs',
  rootDir: __dirname,
};

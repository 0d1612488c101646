module.exports = {
  displayName: 'product-public-http',
  preset: '../../../jest.preset.cjs',
  rootDir: __dirname,
};

module.exports = {
  displayName: 'identity-adapter-jose',
  preset: '../../../jest.preset.cjs',
  rootDir: __dirname,
};

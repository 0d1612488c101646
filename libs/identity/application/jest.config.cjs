module.exports = {
  displayName: 'identity-application',
  preset: '../../../jest.preset.cjs',
  rootDir: __dirname,
};

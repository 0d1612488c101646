module.exports = {
  displayName: 'targets-application',
  preset: '../../../jest.preset.cjs',
  rootDir: __dirname,
};

module.exports = {
  displayName: 'escalations-application',
  preset: '../../../jest.preset.cjs',
  rootDir: __dirname,
};

module.exports = {
  displayName: 'monitoring-application',
  preset: '../../../jest.preset.cjs',
  rootDir: __dirname,
};

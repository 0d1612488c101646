module.exports = {
  displayName: 'monitoring-read-model',
  preset: '../../../jest.preset.cjs',
  rootDir: __dirname,
};

module.exports = {
  displayName: 'escalations-read-model',
  preset: '../../../jest.preset.cjs',
  rootDir: __dirname,
};

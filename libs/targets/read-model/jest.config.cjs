module.exports = {
  displayName: 'targets-read-model',
  preset: '../../../jest.preset.cjs',
  rootDir: __dirname,
};

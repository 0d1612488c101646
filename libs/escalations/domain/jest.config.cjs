module.exports = {
  displayName: 'escalations-domain',
  preset: '../../../jest.preset.cjs',
  rootDir: __dirname,
};

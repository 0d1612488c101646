module.exports = {
  displayName: 'messaging-application',
  preset: '../../../jest.preset.cjs',
  rootDir: __dirname,
};

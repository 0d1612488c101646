module.exports = {
  displayName: 'messaging-adapter-memory',
  preset: '../../../jest.preset.cjs',
  rootDir: __dirname,
};

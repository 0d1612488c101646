module.exports = {
  displayName: 'messaging-adapter-kafka',
  preset: '../../../jest.preset.cjs',
  rootDir: __dirname,
};

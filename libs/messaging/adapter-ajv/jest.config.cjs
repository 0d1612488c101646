module.exports = {
  displayName: 'messaging-adapter-ajv',
  preset: '../../../jest.preset.cjs',
  rootDir: __dirname,
};

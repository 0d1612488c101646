module.exports = {
  displayName: 'messaging-contracts',
  preset: '../../../jest.preset.cjs',
  rootDir: __dirname,
};

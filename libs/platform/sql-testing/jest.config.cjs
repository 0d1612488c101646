module.exports = {
  displayName: 'platform-sql-testing',
  preset: '../../../jest.preset.cjs',
  rootDir: __dirname,
};

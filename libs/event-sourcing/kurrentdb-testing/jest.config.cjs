module.exports = {
  displayName: 'event-sourcing-kurrentdb-testing',
  preset: '../../../jest.preset.cjs',
  rootDir: __dirname,
};

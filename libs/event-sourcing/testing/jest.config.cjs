module.exports = {
  displayName: 'event-sourcing-testing',
  preset: '../../../jest.preset.cjs',
  rootDir: __dirname,
};

module.exports = {
  displayName: 'event-sourcing-core',
  preset: '../../../jest.preset.cjs',
  rootDir: __dirname,
};

module.exports = {
  displayName: 'event-sourcing-adapter-kurrentdb',
  preset: '../../../jest.preset.cjs',
  rootDir: __dirname,
};

module.exports = {
  displayName: 'event-sourcing-adapter-memory',
  preset: '../../../jest.preset.cjs',
  rootDir: __dirname,
};

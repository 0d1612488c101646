module.exports = {
  displayName: 'event-sourcing-adapter-sqlite',
  preset: '../../../jest.preset.cjs',
  rootDir: __dirname,
};

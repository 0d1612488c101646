module.exports = {
  displayName: 'event-sourcing-adapter-postgres',
  preset: '../../../jest.preset.cjs',
  rootDir: __dirname,
};

module.exports = {
  displayName: 'platform-telemetry',
  preset: '../../../jest.preset.cjs',
  rootDir: __dirname,
};

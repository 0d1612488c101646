module.exports = { displayName: 'monitoring-domain', preset: '../../../jest.preset.cjs', rootDir: __dirname };

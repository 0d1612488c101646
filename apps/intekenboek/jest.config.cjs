module.exports = { displayName: 'intekenboek', preset: '../../jest.preset.cjs', rootDir: __dirname };

module.exports = { displayName: 'projector', preset: '../../jest.preset.cjs', rootDir: __dirname };

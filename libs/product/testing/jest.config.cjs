module.exports = { displayName: 'product-testing', preset: '../../../jest.preset.cjs', rootDir: __dirname };

const { testTimeout } = require('./jest.preset.cjs');

// Every project that has a jest.config.cjs, in one run: `npm test`. One project: `npm test` in its folder.
module.exports = {
  projects: ['<rootDir>/{apps,test}/*/jest.config.cjs', '<rootDir>/libs/*/*/jest.config.cjs'],
  // Jest takes this one from the root when it runs several projects.
  testTimeout,
};

import { createProjectGraphAsync } from '@nx/devkit';
import nx from '@nx/eslint-plugin';
import { builtinModules } from 'node:module';
import { layers, layersForSpecs, layersWithoutPackages, packagesOf, scopes } from './tools/layers.mjs';

// Who may know whom, and what the inner layers may not do; test/architecture plants a violation of every line below.

// Without a project graph in its cache the rule of Nx skips itself and ESLint exits 0. Under `nx` the graph is there.
if (!process.env.NX_TASK_TARGET_PROJECT) await createProjectGraphAsync({ exitOnError: false });

/** Specs and what serves them: example data, the suites of a port, programs that a test starts and kills. */
export const specs = ['**/*.spec.ts', '**/*.fixtures.ts', '**/*.contract.ts', '**/*.process.ts'];
const onlyForTests = [...specs, 'libs/*/*testing/src/**/*.ts', 'test/**/*.ts'];
const inner = [
  'libs/*/{facts,contracts,domain,application}/src/**/*.ts',
  'libs/event-sourcing/core/src/**/*.ts',
];

const mayDependOn = (table) =>
  Object.entries(table).map(([sourceTag, onlyDependOnLibsWithTags]) => ({
    sourceTag,
    onlyDependOnLibsWithTags,
  }));

const mayImport = (inTest) => [
  ...layersWithoutPackages.map((sourceTag) =>
    inTest
      ? { sourceTag, allowedExternalImports: ['fast-check'] }
      : { sourceTag, bannedExternalImports: ['*'] },
  ),
  ...Object.entries(packagesOf).map(([sourceTag, packages]) => ({
    sourceTag,
    allowedExternalImports: [
      ...packages.flatMap((name) => [name, `${name}/*`]),
      ...(inTest ? ['fast-check', 'supertest', 'reflect-metadata', '@nestjs/*', '@electric-sql/*'] : []),
    ],
  })),
];

const boundaries = (depConstraints) => ({
  '@nx/enforce-module-boundaries': ['error', { allow: [], depConstraints }],
});

const throughTheIndex = {
  regex: '^@intekenboek/[^/]+/',
  message: 'Import a library through its index; what is deeper is its own business.',
};
const typesOnly = {
  name: 'express',
  message: 'Only its types: Nest decides which server runs.',
  allowTypeImports: true,
};
const memoryOnly = {
  regex: '^@intekenboek/.*-adapter-(?!memory$)',
  message:
    'A spec of an inner layer runs on the memory adapter; test/contract shows that the others do the same.',
};

const notFromTests = {
  regex: '\\.(fixtures|contract|spec)$',
  message: 'What was made for tests stays with tests.',
};

const withCommand = 'The time comes in with the command or the event.';
const byPort = 'An inner layer gets this through a port, or does not need it.';

/** Globals by which a clock, chance, the environment or the network comes in without an import. */
const outside = [
  ['process', 'The environment is read by the app and handed in.'],
  ['performance', withCommand],
  ['crypto', 'Chance comes in with the command; ids are made from what they are about.'],
  ['globalThis', byPort],
  ['global', byPort],
  ['fetch', byPort],
  ['console', byPort],
  ['setTimeout', byPort],
  ['setInterval', byPort],
].map(([name, message]) => ({ name, message }));

const impureSyntax = [
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: withCommand },
  { selector: "CallExpression[callee.name='Date']", message: withCommand },
  {
    selector: "NewExpression[callee.name='Date'][arguments.length>1]",
    message: 'Parts of a date are read in the time zone of the machine; use calendarDate or instant.',
  },
  {
    selector:
      'CallExpression[callee.property.name=/^(get|set)(FullYear|Month|Date|Day|Hours|Minutes)$|^getTimezoneOffset$/]',
    message: 'This depends on the time zone of the machine; use the UTC form or the kernel’s calendar.',
  },
  {
    selector: 'CallExpression[callee.property.name=/^toLocale/][arguments.length=0]',
    message: 'This depends on the language of the machine; name the language.',
  },
  {
    selector: 'CallExpression[callee.property.name="localeCompare"][arguments.length=1]',
    message: 'This depends on the language of the machine; name the language.',
  },
  { selector: 'ImportExpression', message: 'An inner layer is whole when it is loaded.' },
  {
    selector: "CallExpression[callee.name='require']",
    message: 'An inner layer is whole when it is loaded.',
  },
];

const restrictedImports = (patterns, paths = []) => ({
  '@typescript-eslint/no-restricted-imports': ['error', { patterns, paths }],
});

/** `generalSyntax`: the selectors that hold everywhere, because a later `no-restricted-syntax` replaces an earlier one. */
export const fences = (generalSyntax) => [
  { plugins: { '@nx': nx } },
  {
    files: ['**/*.ts'],
    rules: {
      ...boundaries([...mayDependOn(layers), ...mayDependOn(scopes), ...mayImport(false)]),
      ...restrictedImports([throughTheIndex, notFromTests]),
    },
  },
  {
    files: ['libs/*/{graphql,http}/src/**/*.ts'],
    rules: restrictedImports([throughTheIndex, notFromTests], [typesOnly]),
  },
  { files: onlyForTests, rules: restrictedImports([throughTheIndex]) },
  {
    files: specs,
    rules: boundaries([...mayDependOn(layersForSpecs), ...mayDependOn(scopes), ...mayImport(true)]),
  },
  {
    files: specs.map((spec) => `libs/*/{core,facts,contracts,domain,application,read-model,graphql}/${spec}`),
    rules: restrictedImports([throughTheIndex, memoryOnly]),
  },
  {
    // Nx does not see what is built into Node, and a clock needs no import: purity has its own rules.
    files: inner,
    ignores: specs,
    rules: {
      'no-restricted-imports': ['error', { patterns: ['node:*'], paths: builtinModules }],
      'no-restricted-globals': ['error', ...outside],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: withCommand },
        { object: 'Math', property: 'random', message: 'Chance comes in with the command.' },
      ],
      'no-restricted-syntax': ['error', ...generalSyntax, ...impureSyntax],
    },
  },
  {
    // The one thing of Node that the kernel uses: SHA-256, for ids and hashes that follow from their content.
    files: ['libs/event-sourcing/core/src/{content-hash,uuid}.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: '^node:(?!crypto$)',
              message: 'Only node:crypto, and of that only createHash.',
            },
            {
              regex: '^node:crypto$',
              allowImportNames: ['createHash'],
              message: 'Only createHash: chance comes in with the command.',
            },
          ],
          paths: builtinModules,
        },
      ],
    },
  },
];

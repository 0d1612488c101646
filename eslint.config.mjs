import prettier from 'eslint-config-prettier';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { fences, specs } from './eslint.boundaries.mjs';

// Everything here is an error: a warning is a rule that nobody keeps.

const promisedField = {
  selector: 'PropertyDefinition[definite=true][decorators.length=0]',
  message: 'Give the field a value in the constructor; `!` is for the decorated fields that GraphQL fills.',
};
const promisedVariable = {
  selector: 'VariableDeclarator[definite=true]',
  message: 'Give the variable a value where it is declared.',
};

const sizes = {
  'max-lines': ['error', { max: 300 }],
  'max-lines-per-function': ['error', { max: 70 }],
  'max-params': ['error', { max: 4 }],
  'max-depth': ['error', { max: 3 }],
  // `modified` counts a switch as one branch: a decider names twenty commands and is still read in one glance.
  complexity: ['error', { max: 10, variant: 'modified' }],
};

const everywhere = {
  ...sizes,
  eqeqeq: ['error', 'always', { null: 'ignore' }],
  'no-eval': 'error',
  'no-param-reassign': 'error',
  'no-restricted-exports': [
    'error',
    {
      restrictDefaultExports: {
        direct: true,
        named: true,
        defaultFrom: true,
        namedFrom: true,
        namespaceFrom: true,
      },
    },
  ],
  'no-var': 'error',
  'no-warning-comments': ['error', { terms: ['fixme', 'xxx'], location: 'anywhere' }],
  'object-shorthand': 'error',
  'prefer-const': 'error',
};

const typed = {
  '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
  '@typescript-eslint/no-explicit-any': 'error',
  '@typescript-eslint/no-non-null-assertion': 'error',
  '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
  // What was caught elsewhere is unknown, and may be thrown on.
  '@typescript-eslint/only-throw-error': ['error', { allowThrowingUnknown: true }],
  // A fake of an asynchronous port has nothing to wait for.
  '@typescript-eslint/require-await': 'off',
  '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
  '@typescript-eslint/return-await': ['error', 'in-try-catch'],
  // No `default` over a union: the compiler names the case that is missing, also the one that is added next year.
  '@typescript-eslint/switch-exhaustiveness-check': [
    'error',
    { allowDefaultCaseForExhaustiveSwitch: false, considerDefaultExhaustiveForUnions: false },
  ],
};

const ofNode = Object.fromEntries(
  [
    'process',
    'console',
    'URL',
    'Buffer',
    'fetch',
    'setTimeout',
    'clearTimeout',
    'setInterval',
    'clearInterval',
  ].map((name) => [name, 'readonly']),
);

export default defineConfig(
  { ignores: ['**/dist/**', '**/node_modules/**', '**/coverage/**', '.nx/**', 'data/**'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' }, rules: everywhere },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommendedTypeChecked],
    // One program for the whole tree: half the time and half the memory of one for each project.
    languageOptions: { parserOptions: { project: ['tsconfig.json'], tsconfigRootDir: import.meta.dirname } },
    rules: { ...typed, 'no-restricted-syntax': ['error', promisedField, promisedVariable] },
  },
  { files: ['libs/**/*.ts'], rules: { 'no-console': 'error' } },
  {
    files: ['**/*.{mjs,cjs}'],
    languageOptions: { globals: ofNode },
    rules: { 'no-undef': 'error', 'no-unused-vars': 'error' },
  },
  {
    files: ['**/*.cjs'],
    languageOptions: { globals: { module: 'writable', require: 'readonly', __dirname: 'readonly' } },
  },
  // Their readers ask for the default export.
  { files: ['eslint.config.mjs', '**/*.config.{mjs,ts}'], rules: { 'no-restricted-exports': 'off' } },
  ...fences([promisedField, promisedVariable]),
  // A table is read as a table: cutting it in pieces makes it harder to check against its source.
  { files: ['**/*.data.ts'], rules: { 'max-lines': 'off' } },
  {
    // `describe` is a function to ESLint and a chapter to the reader; a list of rules may be long, and a row of
    // `it.each` has as many columns as the rule has cases. Matchers and HTTP answers are `any` to the compiler, and a
    // `!` or a variable that is wrong in a test is a red test.
    files: specs,
    rules: {
      'max-lines': ['error', { max: 500 }],
      'max-lines-per-function': ['error', { max: 300 }],
      'max-params': 'off',
      'no-restricted-syntax': ['error', promisedField],
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  prettier,
);

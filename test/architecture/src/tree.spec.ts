import { filesIn, read } from './workspace';

const textFiles = filesIn('.').filter((file) =>
  /\.(ts|mjs|cjs|json|md|ya?ml|graphql|html|css|sh)$|^\.ci/.test(file),
);

// Put together here, so that this file does not contain what it looks for.
const between = (...parts: readonly string[]): string => parts.join('');
const folder = (...names: readonly string[]): string => `(?<![\\w.])/(${names.join('|')})/`;

const unwanted: readonly { readonly what: string; readonly pattern: RegExp }[] = [
  { what: 'the shelf beside the clone', pattern: new RegExp(between('\\.\\./', 'shared')) },
  { what: 'a folder of somebody’s machine', pattern: new RegExp(folder('work', 'root', 'Users')) },
  {
    what: 'the host of a package registry',
    pattern: /https?:\/\/[\w.:-]*(registry|artifactory|nexus)[\w.-]*/i,
  },
  { what: 'a test that runs alone', pattern: new RegExp(between('\\b(it|describe|test)\\.', 'only\\b')) },
  {
    what: 'work to do without the number of an issue',
    pattern: new RegExp(between('\\bTO', 'DO\\b(?!\\(#\\d+\\))')),
  },
  {
    what: 'a rule that is switched off without a reason',
    pattern: new RegExp(between('eslint-', 'disable(?!.* -- \\w)')),
  },
];

const found = (texts: readonly (readonly [string, string])[], pattern: RegExp): readonly string[] =>
  texts.flatMap(([file, text]) =>
    text.split('\n').flatMap((line, index) => (pattern.test(line) ? [`${file}:${index + 1}`] : [])),
  );

describe('the tree', () => {
  const texts = textFiles.map((file) => [file, read(file)] as const);

  it.each(unwanted)('holds nowhere $what', ({ pattern }) => {
    expect(found(texts, pattern)).toEqual([]);
  });

  it.each([
    [0, `see ${between('../', 'shared')}/x`],
    [1, `open ${between('/wo', 'rk/main')}/x`],
    [2, `${between('https://', 'registry.')}example.org/x`],
    [3, `${between('it.', 'only')}('x')`],
    [4, `// ${between('TO', 'DO')} later`],
    [5, `// ${between('eslint-', 'disable')}-next-line complexity`],
  ])('would be found out: pattern %i', (index, line) => {
    expect(found([['planted', `first\n${line}`]], unwanted[index]!.pattern)).toEqual(['planted:2']);
  });
});

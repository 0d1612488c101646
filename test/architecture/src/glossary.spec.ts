import { filesIn, projectFolders, read } from './workspace';

// One word for one thing, in Dutch and in English: what a type is called must be in docs/glossary.md, and what is
// explained there must be in use.

const LAYERS = /\/(domain|application|facts|contracts|core)$/;
const DECLARATION = /^export (?:declare )?(?:abstract )?(?:class|enum|interface|type) (\w+)/gm;
// The version of a contract (`CommitmentV1`) is no word.
const VERSION = /V\d+$/;

const typeNamesIn = (text: string): readonly string[] =>
  [...text.matchAll(DECLARATION)].map(([, name = '']) => name);

const wordsIn = (typeName: string): readonly string[] =>
  typeName.replace(VERSION, '').match(/[A-Z]+(?![a-z])|[A-Z][a-z]+|\d+/g) ?? [];

/** The words that a glossary explains: what its entries begin with, and the list that opens its last section. */
function explainedIn(glossary: string): ReadonlySet<string> {
  const [entries = '', ordinary = ''] = glossary.split('\n## Ordinary words\n');
  const heads = [...entries.matchAll(/^- ((?:`\w+`\s+)+)\(/gm)].map(([, head = '']) => head);
  const [list = ''] = ordinary.trim().split('\n\n');
  const found = [...heads, list].join(' ').matchAll(/`([A-Z]\w*)`/g);
  return new Set([...found].map(([, word = '']) => word));
}

/** The names with a word that is not explained, as `TypeName: Word`. */
const unexplained = (typeNames: readonly string[], explained: ReadonlySet<string>): readonly string[] =>
  typeNames.flatMap((name) =>
    wordsIn(name)
      .filter((word) => !explained.has(word))
      .map((word) => `${name}: ${word}`),
  );

const typeNames = projectFolders
  .filter((folder) => LAYERS.test(folder))
  .flatMap((folder) => filesIn(folder))
  // The rows of a table in `data` are known to that table only.
  .filter((file) => file.endsWith('.ts') && !/\.(spec|fixtures)\.ts$|\/src\/data\//.test(file))
  .flatMap((file) => typeNamesIn(read(file)));
const explained = explainedIn(read('docs/glossary.md'));

describe('the glossary', () => {
  it('explains every word in the names of types', () => {
    expect(unexplained(typeNames, explained)).toEqual([]);
  });

  it('explains no word that is in no name any more', () => {
    const used = new Set(typeNames.flatMap(wordsIn));
    expect([...explained].filter((word) => !used.has(word))).toEqual([]);
  });

  it('is held against the types of every inner layer', () => {
    expect(typeNames).toEqual(
      expect.arrayContaining([
        'AgreementSigned',
        'EscalationPolicy',
        'Holiday',
        'CommitmentV1',
        'EventStoreUnavailable',
      ]),
    );
  });
});

describe('a word that nobody explained', () => {
  it.each([
    ['type', 'export type CommitmentGizmo = string;'],
    ['interface', 'export interface CommitmentGizmo {}'],
    ['class', 'export class CommitmentGizmo extends Error {}'],
    ['abstract class', 'export abstract class CommitmentGizmo {}'],
  ])('is found in the name of a %s', (_, declaration) => {
    const names = typeNamesIn(`import './x';\n\n/** Planted. */\n${declaration}\n`);
    expect(unexplained(names, explained)).toEqual(['CommitmentGizmo: Gizmo']);
  });

  it('is not one because another sentence of the glossary holds it', () => {
    const glossary = '- `Party` (partij): Not `Gizmo`.\n\n## Ordinary words\n\n`Of`\n\nNor `Gizmo` here.\n';
    expect([...explainedIn(glossary)]).toEqual(['Party', 'Of']);
  });

  it.each([
    ['AgreementInForceV1', ['Agreement', 'In', 'Force']],
    ['GMCode', ['GM', 'Code']],
    ['HalfYear2022', ['Half', 'Year', '2022']],
  ])('is looked for in every word of %s', (name, words) => {
    expect(wordsIn(name)).toEqual(words);
  });
});

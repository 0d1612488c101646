import { dirname, join } from 'node:path';
import { filesIn, manifestOf, read } from './workspace';

const files = filesIn('.').map((file) => file.replaceAll('\\', '/'));
const documents = files.filter((file) => file.endsWith('.md'));
const sources = files.filter(
  (file) => /\.(ts|mjs|cjs)$|^\.ci\//.test(file) && file !== 'test/architecture/src/docs.spec.ts',
);
const records = files.filter((file) => file.startsWith('docs/adr/'));

const PATH = /(?<![\w./@-])(?:apps|docs|infra|libs|test|tools|\.ci)\/[\w.*<>@-]+(?:\/[\w.*<>@-]+)*/g;
const FULL_STOP = /\.+$/;

/** A name in angle brackets, or a star, stands for whatever is there; a folder is there when a file in it is. */
function isThere(path: string, known: readonly string[]): boolean {
  const pattern = path
    .replace(/<[^>]*>/g, '*')
    .replace(/[.@]/g, '\\$&')
    .replaceAll('*', '[^/]+');
  const wanted = new RegExp(`^${pattern}(/|$)`);
  return known.some((file) => wanted.test(file));
}

const pathsIn = (text: string): readonly string[] =>
  [...text.matchAll(PATH)].map(([path]) => path.replace(FULL_STOP, ''));

const lostPaths = (text: string): readonly string[] => pathsIn(text).filter((path) => !isThere(path, files));

/** The anchors that the headings of a document get. */
const anchorsOf = (text: string): readonly string[] =>
  [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} -]/gu, '')
      .replaceAll(' ', '-'),
  );

/** Links to places of this repository that are not there. */
function lostLinks(text: string, at: string): readonly string[] {
  const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link);
  return links.filter((link) => {
    if (/^[a-z]+:/.test(link)) return false;
    const [path = '', anchor] = link.split('#');
    const target = path === '' ? at : join(dirname(at), path).replaceAll('\\', '/');
    if (!isThere(target.replace(/\/$/, ''), files)) return true;
    return anchor !== undefined && !anchorsOf(read(target)).includes(anchor);
  });
}

const scriptsIn = (text: string): readonly string[] =>
  [...text.matchAll(/\bnpm (?:run (?:--silent )?([\w:-]+)|(start|test)\b)/g)].map(
    ([, run, short]) => run ?? short ?? '',
  );

/** `NAME` in capitals stands for any of them. */
const benchmarksIn = (text: string): readonly string[] =>
  [...text.matchAll(/\bnpm run bench -- ([a-z|]+)/g)].flatMap(([, names = '']) => names.split('|'));

const citedIn = (text: string): readonly string[] =>
  [...text.matchAll(/\bADR-(\d+)/g)].map(([, number = '']) => number);
const numberOf = (record: string): string => /^docs\/adr\/(\d{4})-[a-z-]+\.md$/.exec(record)?.[1] ?? record;

describe.each(documents)('%s', (document) => {
  const text = read(document);

  it('names paths that are there', () => {
    expect(lostPaths(text)).toEqual([]);
  });

  it('links to what is there', () => {
    expect(lostLinks(text, document)).toEqual([]);
  });

  it('names npm scripts that are there', () => {
    const { scripts = {} } = manifestOf('.');
    expect(scriptsIn(text).filter((name) => !(name in scripts))).toEqual([]);
  });

  it('names benchmarks that are there', () => {
    const lost = benchmarksIn(text).filter((name) => !files.includes(`test/load/src/${name}.bench.ts`));
    expect(lost).toEqual([]);
  });
});

describe('a document that is wrong', () => {
  it.each([
    [
      'a path',
      'See `libs/agreements/domian/src` and (libs/agreements/domain/src).',
      ['libs/agreements/domian/src'],
    ],
    ['a pattern', 'Each libs/<context>/domain has one, no libs/<context>/dmn.', ['libs/<context>/dmn']],
    ['a path that ends a sentence', 'It is in docs/nowhere.md.', ['docs/nowhere.md']],
  ])('is found by %s', (_, text, lost) => {
    expect(lostPaths(text)).toEqual(lost);
  });

  it('is found by a link to no file, no heading, or a heading of another file', () => {
    const text = '# A b\n[1](#a-b) [2](#a-c) [3](../README.md) [4](../REDME.md) [5](https://example.org/x)';
    expect(lostLinks(text, 'docs/glossary.md')).toEqual(['#a-b', '#a-c', '../REDME.md']);
  });

  it('is found by a script that nobody wrote', () => {
    expect(scriptsIn('`npm start`, then npm run --silent frobnicate -- x or npm test')).toEqual([
      'start',
      'frobnicate',
      'test',
    ]);
  });

  it('is found by a benchmark that nobody wrote', () => {
    expect(benchmarksIn('npm run bench -- append|dance, npm run bench -- NAME')).toEqual(['append', 'dance']);
  });
});

describe('the code', () => {
  it('names documents that are there', () => {
    const named = sources.flatMap((file) => pathsIn(read(file)).map((path) => `${file}: ${path}`));
    const lost = named.filter(
      (entry) => /: docs\//.test(entry) && !isThere(entry.split(': ')[1] ?? '', files),
    );
    expect(lost).toEqual([]);
  });

  it.each([...sources, ...documents].filter((file) => citedIn(read(file)).length > 0))(
    '%s cites decisions that are written down',
    (file) => {
      const known = records.map(numberOf);
      expect(citedIn(read(file)).filter((number) => !known.includes(number))).toEqual([]);
    },
  );
});

describe('the decisions', () => {
  it('have numbers that follow one another, each used once', () => {
    const expected = records.map((_, index) => String(index + 1).padStart(4, '0'));
    expect(records.map(numberOf).sort()).toEqual(expected);
  });

  it.each(records)('%s says why, what it costs and what else there was, on one page', (record) => {
    const text = read(record);
    expect(text).toMatch(new RegExp(`^# ADR-${numberOf(record)}: `));
    const sections = ['Context and forces', 'Decision', 'Consequences', 'Alternatives'];
    expect([...text.matchAll(/^## (.*)$/gm)].map(([, title]) => title)).toEqual(sections);
    expect(text.split('\n').length).toBeLessThanOrEqual(60);
  });
});

describe('the settings', () => {
  const settingsIn = (text: string): readonly string[] => [
    ...new Set(
      [
        ...text.matchAll(
          /\b(?:(?:INTEKENBOEK|KAFKA)_[A-Z]+|(?:MANAGEMENT_)?(?:PORT|HOST)|(?:DATABASE|READ_MODELS|KURRENTDB)_URL|OTEL_EXPORTER_OTLP_ENDPOINT)\b/g,
        ),
      ].map(([name]) => name),
    ),
  ];

  it('in the README are those that the program reads', () => {
    const programs = sources.filter((file) => /^tools\/|\/src\/(?:config|settings|service)\.ts$/.test(file));
    const settings = settingsIn(programs.map(read).join('\n'));
    expect([...settingsIn(read('README.md'))].sort()).toEqual([...settings].sort());
  });
});

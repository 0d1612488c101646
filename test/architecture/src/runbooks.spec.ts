import { composeFileOf } from './compose-file';
import { managementPorts } from './deployed-program';
import { filesIn, read } from './workspace';

const runbooks = filesIn('docs/runbooks').map((file) => file.replaceAll('\\', '/'));
const sources = ['apps', 'libs', 'tools', 'infra']
  .flatMap(filesIn)
  .filter((file) => /\.(ts|mjs|yaml)$/.test(file));
const readAll = (pattern: RegExp): string =>
  sources
    .filter((file) => pattern.test(file))
    .map(read)
    .join('\n');

const found = (text: string, pattern: RegExp): readonly string[] => [
  ...new Set([...text.matchAll(pattern)].map(([, name = '']) => name)),
];

const operatorSources = readAll(/^apps\/intekenboek\/src\/operator\/(?!.*\.spec\.ts)/);
const metricSources = readAll(/^libs\/platform\/telemetry\/src\/(?!.*\.spec\.ts)/);
const messageSources = readAll(/^libs\/(messaging\/contracts|product\/composition)\/src\/(?!.*\.spec\.ts)/);
const tableSources = readAll(/^libs\/(platform\/sql|event-sourcing\/adapter-postgres)\/src\/migrations\.ts$/);

const known = {
  operatorCommands: found(operatorSources, /^ {2}name: '([\w-]+)',$/gm),
  operatorOptions: found(operatorSources, /(--[a-z][\w-]+)/g),
  startOptions: found(
    /^const OPTIONS = \[(.*)\];$/m.exec(read('apps/intekenboek/src/config.ts'))?.[1] ?? '',
    /'([^']+)'/g,
  ),
  alerts: found(read('infra/otel/prometheus-alerts.yaml'), /- alert: (\w+)/g),
};

/** Objects of operators of Kubernetes. */
const KINDS_OF_OTHERS = ['ScheduledBackup'];

const OPERATOR = /(?:npm run operator --|operator\/main\.js) ([^\n#`]*)/g;

describe.each(runbooks)('%s', (runbook) => {
  const text = read(runbook);
  const unknown = (names: readonly string[], among: readonly string[]) =>
    names.filter((name) => !among.includes(name));

  it('gives the operator commands and options that are there', () => {
    const given = found(text, OPERATOR).filter((line) => !line.startsWith('…'));
    const names = given.map((line) => line.split(' ')[0] ?? '');
    expect(unknown(names, known.operatorCommands)).toEqual([]);
    const options = given.flatMap((line) => found(line, /(--[a-z][\w-]+)/g));
    expect(unknown(options, [...known.operatorOptions, '--help'])).toEqual([]);
  });

  it('starts programs and services that are there, with options that they know', () => {
    expect(unknown(found(text, /npm run service -- (\w+)/g), Object.keys(managementPorts))).toEqual([]);
    expect(unknown(found(text, /npm start -- (--[\w-]+)/g), known.startOptions)).toEqual([]);
    const programs = found(text, /\.\/(apps\/[\w/-]+)\.js/g).map(
      (path) => `${path.replace('/dist/', '/src/')}.ts`,
    );
    expect(unknown(programs, sources)).toEqual([]);
  });

  it('names Compose files and their services', () => {
    for (const [, file = '', rest = ''] of text.matchAll(
      /docker compose -f (\S+) ((?:(?! \.\/)[^\n#`])*)/g,
    )) {
      const { services } = composeFileOf(read(`infra/compose/${file}`));
      const words = rest.split(' ').filter((word) => /^[a-z]/.test(word));
      const [, ...named] = words;
      expect({ file, lost: unknown(named, Object.keys(services)) }).toEqual({ file, lost: [] });
    }
  });

  it('names Deployments of Kubernetes', () => {
    const deployments = found(text, /\bdeploy(?:ment)?\/(\w+)/g);
    expect(unknown(deployments, Object.keys(managementPorts))).toEqual([]);
  });

  it('names figures, alerts, topics, groups and tables that are there', () => {
    const figures = found(text, /\b(intekenboek_(?!restored)[a-z_]+)\b/g);
    expect(
      figures.filter((name) => !metricSources.includes(`'${name.replace(/^intekenboek_/, '')}'`)),
    ).toEqual([]);
    const alerts = found(text, /`((?:[A-Z][a-z]+){2,})`/g).filter((name) => !KINDS_OF_OTHERS.includes(name));
    expect(unknown(alerts, known.alerts)).toEqual([]);
    const topics = found(text, /\b(intekenboek\.[\w-]+\.v\d)\b/g);
    expect(topics.filter((name) => !messageSources.includes(`'${name}'`))).toEqual([]);
    const groups = found(text, /--group (\S+)/g);
    expect(groups.filter((name) => !messageSources.includes(`GROUP = '${name}'`))).toEqual([]);
    const tables = found(text, /\bfrom (?:event_log|intekenboek)\.(\w+)/g);
    expect(tables.filter((name) => !tableSources.includes(name))).toEqual([]);
  });
});

describe('the runbooks', () => {
  const ours = runbooks.filter((runbook) => !runbook.endsWith('/move-between-tiers.md'));

  it.each(ours)(
    '%s says when, what first, what to do, how to see that it worked, and what if not',
    (runbook) => {
      const text = read(runbook);
      expect(text).toMatch(/^\*\*When:\*\* /m);
      const headings = found(text, /^## (.*)$/gm).join('\n');
      for (const heading of [
        /^Before you/m,
        /^(Steps|Restore)$/m,
        /^How to see that it worked$/m,
        /^When it did not$/m,
      ]) {
        expect(headings).toMatch(heading);
      }
    },
  );

  it('say what was tried and what was not', () => {
    expect(ours.filter((runbook) => !/\bTried here\b/.test(read(runbook)))).toEqual([]);
  });
});

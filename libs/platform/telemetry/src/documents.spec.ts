import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { commandMeta } from '@intekenboek/event-sourcing-testing';
import { parse } from 'yaml';

import { commandObserver, observedCommands } from './commands/command-observer';
import { lineWriter, logOf } from './log/log';
import { everythingHappens, watchNames } from './metrics/happenings.fixtures';
import { createMetrics } from './metrics/metrics';
import { type Family, scraped } from './metrics/scraped.fixtures';
import { inScope } from './scope/work-scope';
import { EXIT } from './service/run-service.types';

const ROOT = join(__dirname, '../../../..');
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const page = read('docs/operations/telemetry.md');

/** The entries of a list of the page: what stands in backticks before the colon, and the rest. */
const entries = (title: string): readonly (readonly [string, string])[] => {
  const [, rest = ''] = page.split(`\n## ${title}\n`);
  const [section = ''] = rest.split('\n## ');
  const items = section
    .replace(/\n {2}/g, ' ')
    .split('\n')
    .filter((line) => line.startsWith('- '));
  return items.map(
    (item) => [item.slice(2, item.indexOf(': ')), item.slice(item.indexOf(': ') + 2)] as const,
  );
};
const wordsIn = (text: string): readonly string[] =>
  [...text.matchAll(/`([^`]+)`/g)].map(([, word = '']) => word);

async function everyFamily(): Promise<ReadonlyMap<string, Family>> {
  const metrics = createMetrics({ service: 'api', version: '1' });
  watchNames(metrics, () => ['agreements']);
  everythingHappens(metrics);
  return scraped(metrics);
}

describe('the page about telemetry', () => {
  it('lists every metric of ours with its type and labels, and none that is not there', async () => {
    const own = [...(await everyFamily()).values()].filter(({ name }) => name.startsWith('intekenboek_'));
    const told = own.map(({ name, type, series }) => {
      const labels = new Set(series.flatMap((one) => Object.keys(one.labels)));
      const named = [...labels].filter((label) => label !== 'service' && label !== 'le');
      return `${name} ${type} ${named.sort().join(' ')}`.trim();
    });
    const listed = entries('Figures').map(([entry]) => {
      const [name = '', ...labels] = wordsIn(entry);
      const [, type = ''] = /\((\w+)/.exec(entry) ?? [];
      return `${name} ${type} ${labels.sort().join(' ')}`.trim();
    });
    expect([...listed].sort()).toEqual(told.sort());
  });

  it('names only figures of the process that are there', async () => {
    const named = wordsIn(page).filter((word) => /^(process|nodejs)_\w+$/.test(word));
    expect(named.length).toBeGreaterThan(5);
    const families = await everyFamily();
    expect(named.filter((name) => !families.has(name))).toEqual([]);
  });

  it('lists every field of a line and of an access line, and none that is never there', async () => {
    const lines: string[] = [];
    const write = lineWriter({
      service: 'api',
      version: '1',
      destination: { write: (line) => void lines.push(line) },
    });
    const log = logOf(write);
    const metrics = createMetrics({ service: 'api', version: '1', ofProcess: false });
    const caller = { traceId: 'a'.repeat(32), spanId: 'b'.repeat(16), isSampled: true };
    const receipt = { stream: 'a-1', revision: 1, position: '1', isUnchanged: false } as never;
    const handle = observedCommands(async () => receipt, commandObserver({ log, metrics }), 'message');
    await inScope({ correlationId: 'correlation-1', caller, span: undefined }, async () => {
      log({ level: 'error', message: 'It failed.', error: new Error('x') });
      write('info', { context: 'Storage' }, 'The disk is nearly full.');
      await handle({ type: 'SignAgreement', data: {}, meta: commandMeta() });
    });
    const told = new Set(lines.flatMap((line) => Object.keys(JSON.parse(line) as object)));
    const listed = entries('Lines').flatMap(([entry]) => wordsIn(entry));
    expect([...listed].sort()).toEqual([...told].sort());
  });

  it('lists every attribute that a span may have', () => {
    const source = read('libs/platform/telemetry/src/traces/span-attributes.ts');
    const known = [...source.matchAll(/readonly '([\w.]+)'\?/g)].map(([, name = '']) => name);
    const listed = entries('Traces').flatMap(([entry]) =>
      wordsIn(entry).filter((word) => /^\w+\.[\w.]+$/.test(word)),
    );
    expect([...listed].sort()).toEqual([...known].sort());
  });

  it('lists every exit code', () => {
    const codes = entries('Is it well')
      .map(([entry]) => entry)
      .filter((entry) => /^\d/.test(entry));
    expect(codes).toEqual([...Object.values(EXIT).map(String), '130, 143']);
  });
});

interface Rule {
  readonly alert: string;
  readonly expr: string;
  readonly for?: string;
  readonly labels: { readonly severity: string };
  readonly annotations: Readonly<Record<string, string>>;
}

describe('the rules of alerts', () => {
  const { groups } = parse(read('infra/otel/prometheus-alerts.yaml')) as {
    groups: readonly { readonly rules: readonly Rule[] }[];
  };
  const rules = groups.flatMap((group) => group.rules);

  it('are on the page, each with its severity, and none else', () => {
    const listed = entries('What to alert on').map(([entry]) => entry);
    expect(listed).toEqual(rules.map(({ alert, labels }) => `\`${alert}\` (${labels.severity})`));
  });

  it.each(rules)('$alert is about metrics, labels and values that are there', async ({ expr }) => {
    const families = await everyFamily();
    const known = [...families.values()].flatMap(({ series }) => series);
    const [metric = ''] = /\b(?:intekenboek|nodejs|process)_\w+\b|\bup\b/.exec(expr) ?? [];
    if (metric === 'up') return expect(expr).toContain('job="intekenboek"');
    const ofMetric = known.filter(({ name }) => name === metric);
    expect([metric, ofMetric.length > 0]).toEqual([metric, true]);
    for (const [, label = '', value] of expr.matchAll(/[{,] *(\w+)="([^"]*)"/g))
      expect(ofMetric.map(({ labels }) => labels[label])).toContain(value);
    for (const [, by = ''] of expr.matchAll(/\bby \(([^)]*)\)/g))
      for (const label of by.split(', ').filter((name) => name !== 'instance'))
        expect(Object.keys(ofMetric[0]!.labels)).toContain(label);
    return undefined;
  });

  it.each(rules)('$alert is whole: brackets, time, severity, a sentence in both languages', (rule) => {
    const depth = (open: string, close: string) =>
      rule.expr.split(open).length - rule.expr.split(close).length;
    expect([depth('(', ')'), depth('{', '}'), depth('[', ']')]).toEqual([0, 0, 0]);
    expect(rule.expr).toMatch(/(>|==) [\d.]+\s*$/);
    expect(rule.for ?? '1m').toMatch(/^\d+[mh]$/);
    expect(rule.labels.severity).toMatch(/^(critical|warning)$/);
    expect(Object.keys(rule.annotations)).toEqual(['summary_nl', 'summary_en']);
    for (const sentence of Object.values(rule.annotations)) {
      expect(sentence).toMatch(/\.$/);
      const shown = [...sentence.matchAll(/\$labels\.(\w+)/g)].map(([, label = '']) => label);
      const kept = [...rule.expr.matchAll(/\bby \(([^)]*)\)/g)].flatMap(([, by = '']) => by.split(', '));
      const left = rule.expr.startsWith('up{') ? ['instance'] : kept;
      expect(shown.filter((label) => !left.includes(label))).toEqual([]);
    }
  });
});

interface Collector {
  readonly receivers: { readonly prometheus: { readonly config: ScrapeConfig } };
  readonly processors: object;
  readonly exporters: object;
  readonly extensions: object;
  readonly service: {
    readonly extensions: readonly string[];
    readonly pipelines: Readonly<Record<string, Pipeline>>;
  };
}
type Pipeline = Readonly<Record<'receivers' | 'processors' | 'exporters', readonly string[]>>;
interface ScrapeConfig {
  readonly scrape_configs: readonly {
    readonly metrics_path: string;
    readonly static_configs: readonly { readonly targets: readonly string[] }[];
  }[];
}

describe('the configuration of the collector', () => {
  const text = read('infra/otel/collector.yaml');
  const collector = parse(text) as Collector;
  const withoutSettings = (name: string) => name.replace(/^\$\{env:\w+:-([^}]*)\}$/, '$1');

  it('uses only parts that it describes, whatever an installation chooses', () => {
    const { service, receivers, processors, exporters, extensions } = collector;
    expect(Object.keys(service.pipelines)).toEqual(['traces', 'metrics']);
    expect(Object.keys(extensions)).toEqual(service.extensions);
    for (const pipeline of Object.values(service.pipelines)) {
      expect(Object.keys(receivers)).toEqual(expect.arrayContaining([...pipeline.receivers]));
      expect(Object.keys(processors)).toEqual(pipeline.processors);
      expect(Object.keys(exporters)).toEqual(expect.arrayContaining(pipeline.exporters.map(withoutSettings)));
    }
    const chosen = [...text.matchAll(/_EXPORTER=(\w+)/g)].map(([, name = '']) => name);
    expect(chosen).toHaveLength(2);
    expect(Object.keys(exporters)).toEqual(expect.arrayContaining(chosen));
  });

  it('tells of every setting that it takes', () => {
    const [head = ''] = text.split('\nreceivers:');
    const taken = [...text.matchAll(/\$\{env:(\w+):-/g)].map(([, name = '']) => name);
    expect(taken.length).toBeGreaterThan(4);
    expect(taken.filter((name) => !head.includes(name))).toEqual([]);
  });

  it('asks the management server of each of the four services', () => {
    const [job] = collector.receivers.prometheus.config.scrape_configs;
    expect(job?.metrics_path).toBe('/metrics');
    const targets = job?.static_configs.flatMap((one) => one.targets).map(withoutSettings);
    expect(targets).toEqual(['api:4001', 'projector:4011', 'monitor:4021', 'relay:4031']);
  });
});

import type { Metrics } from './metrics';

/** One family of the text format of Prometheus: what it says of itself, and its series. */
export interface Family {
  readonly name: string;
  help: string;
  type: string;
  readonly series: {
    readonly name: string;
    readonly labels: Readonly<Record<string, string>>;
    value: number;
  }[];
}

const SAMPLE = /^([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\{(.*)\})? (-?[0-9.e+-]+|Na[Nn]|[+-]Inf)$/;
const LABEL = /^([a-zA-Z_][a-zA-Z0-9_]*)="((?:[^"\\\n]|\\["\\n])*)"(?:,|$)/;

/** Reads what Prometheus would read. @throws on a line that is none of the format. */
export function familiesIn(text: string): ReadonlyMap<string, Family> {
  if (!text.endsWith('\n')) throw new Error('The text must end with a line feed.');
  const families = new Map<string, Family>();
  for (const line of text.split('\n').filter(Boolean)) {
    const [, kind, name = '', rest = ''] = /^# (HELP|TYPE) (\S+) (.*)$/.exec(line) ?? [];
    if (kind === undefined) addSample(families, line);
    else familyOf(families, name)[kind === 'HELP' ? 'help' : 'type'] = rest;
  }
  return families;
}

export const scraped = async (metrics: Metrics): Promise<ReadonlyMap<string, Family>> =>
  familiesIn(await metrics.scrape());

/** The value of the one series of that name with these labels; undefined when there is none. */
export function valueOf(
  families: ReadonlyMap<string, Family>,
  name: string,
  labels: Readonly<Record<string, string>> = {},
): number | undefined {
  const all = [...families.values()].flatMap(({ series }) => series);
  const found = all.filter(
    (one) =>
      one.name === name && Object.entries(labels).every(([label, value]) => one.labels[label] === value),
  );
  if (found.length > 1) throw new Error(`There are ${found.length} series ${name} with these labels.`);
  return found[0]?.value;
}

function addSample(families: Map<string, Family>, line: string): void {
  const [, name, labels = '', value] = SAMPLE.exec(line) ?? [];
  if (name === undefined) throw new Error(`This is no line of the format: ${line}`);
  const family = families.get(name) ?? families.get(name.replace(/_(bucket|sum|count)$/, ''));
  if (family === undefined) throw new Error(`Nothing is said of ${name} before its first series.`);
  family.series.push({ name, labels: labelsIn(labels), value: Number(value?.replace('Inf', 'Infinity')) });
}

function labelsIn(text: string): Record<string, string> {
  const labels: Record<string, string> = {};
  for (let rest = text; rest !== '';) {
    const [all = '', name, value = ''] = LABEL.exec(rest) ?? [];
    if (name === undefined) throw new Error(`These are no labels: ${text}`);
    labels[name] = value;
    rest = rest.slice(all.length);
  }
  return labels;
}

function familyOf(families: Map<string, Family>, name: string): Family {
  const family = families.get(name) ?? { name, help: '', type: '', series: [] };
  families.set(name, family);
  return family;
}

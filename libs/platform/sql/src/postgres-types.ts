import { types } from 'pg';

const { INT8, NUMERIC, DATE, TIMESTAMP, TIMESTAMPTZ } = types.builtins;
// PostgreSQL numbers the type of a list apart from that of its elements.
const LIST_OF = { [INT8]: 1016, [NUMERIC]: 1231, [DATE]: 1182, [TIMESTAMP]: 1115, [TIMESTAMPTZ]: 1185 };

function safeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError('A bigint beyond 2^53 cannot be read.');
  return value;
}

// The time zone of the session is UTC.
const instantOf = (text: string): string =>
  text.endsWith('infinity')
    ? text
    : new Date(`${text.replace(' ', 'T').replace(/\+00$/, '')}Z`).toISOString();

type Parser = (text: string) => unknown;
type TypeId = Parameters<typeof types.getTypeParser>[0];

const parsers = new Map<number, Parser>([
  [INT8, safeInteger],
  [NUMERIC, Number],
  [DATE, (text) => text],
  [TIMESTAMP, instantOf],
  [TIMESTAMPTZ, instantOf],
]);

// Lists of text, which have no name among the built-in types of the driver.
const textsOf = types.getTypeParser(1009 as TypeId, 'text') as Parser;

const mapped = (value: unknown, parse: Parser): unknown => {
  if (Array.isArray(value)) return value.map((element) => mapped(element, parse));
  return typeof value === 'string' ? parse(value) : value;
};

for (const [element, list] of Object.entries(LIST_OF)) {
  const parse = parsers.get(Number(element)) ?? String;
  parsers.set(list, (text) => mapped(textsOf(text), parse));
}

/** Results in the form told at `ReadModel`, for this pool only: other users of `pg` in the process keep theirs. */
export const postgresTypes = {
  getTypeParser: ((oid: TypeId, format?: 'text' | 'binary') =>
    (format === 'binary' ? undefined : parsers.get(oid)) ??
    (types.getTypeParser(oid, format) as Parser)) as typeof types.getTypeParser,
};

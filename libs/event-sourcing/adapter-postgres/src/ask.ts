import type { ClientBase, QueryArrayConfig } from 'pg';

/** Values as the texts that the server sent. Columns of JSON hold what it says; only `eventOf` takes them. */
export type Row = (string | null)[];
export type Statement = Omit<QueryArrayConfig<unknown[]>, 'rowMode' | 'types'>;

/** Runs a statement and gives its rows. */
export type Ask = (statement: Statement) => Promise<readonly Row[]>;

const JSON_TYPE = 114;

// JSON is read while the rows come in: a thousand texts that wait for each other are a burden to the garbage collector.
const types = {
  getTypeParser: (type: number) => (type === JSON_TYPE ? JSON.parse : (value: string) => value),
};

export const askOn =
  (client: Pick<ClientBase, 'query'>): Ask =>
  (statement) =>
    client.query<Row>({ ...statement, rowMode: 'array', types }).then(({ rows }) => rows);

import {
  AbortedTransactionError,
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type Kysely,
  PGliteAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
  type TransactionSettings,
} from 'kysely';

import type { PgliteClient } from './pglite-client';

/** Kysely's PostgreSQL over our thread of PGlite. It has one connection: whoever has it, others wait for, in order. */
export class PgliteDialect implements Dialect {
  constructor(private readonly client: PgliteClient) {}

  createAdapter(): PGliteAdapter {
    return new PGliteAdapter();
  }
  createDriver(): Driver {
    return new PgliteDriver(this.client);
  }
  createIntrospector(kysely: Kysely<unknown>): PostgresIntrospector {
    return new PostgresIntrospector(kysely);
  }
  createQueryCompiler(): PostgresQueryCompiler {
    return new PostgresQueryCompiler();
  }
}

class PgliteDriver implements Driver {
  private readonly connection: PgliteConnection;
  private readonly queue: (() => void)[] = [];
  private isTaken = false;

  constructor(private readonly client: PgliteClient) {
    this.connection = new PgliteConnection(client);
  }

  async init(): Promise<void> {
    // The client is open before the dialect is made.
  }

  async acquireConnection(): Promise<DatabaseConnection> {
    if (this.isTaken) await new Promise<void>((resolve) => this.queue.push(resolve));
    this.isTaken = true;
    return this.connection;
  }

  async releaseConnection(): Promise<void> {
    const next = this.queue.shift();
    if (next === undefined) this.isTaken = false;
    else next();
  }

  async beginTransaction(_connection: DatabaseConnection, settings: TransactionSettings): Promise<void> {
    const level = settings.isolationLevel ? ` isolation level ${settings.isolationLevel}` : '';
    const access = settings.accessMode ? ` ${settings.accessMode}` : '';
    this.connection.begin(`start transaction${level}${access}`);
  }

  async commitTransaction(): Promise<void> {
    await this.connection.commit();
  }

  async rollbackTransaction(): Promise<void> {
    await this.connection.executeQuery(CompiledQuery.raw('rollback'));
  }

  async destroy(): Promise<void> {
    await this.client.close();
  }
}

class PgliteConnection implements DatabaseConnection {
  private hasFailed = false;

  constructor(private readonly client: PgliteClient) {}

  /** Not waited for: requests are answered in order, and what comes next would fail as this did. */
  begin(sql: string): void {
    this.hasFailed = false;
    this.client.query(sql).catch(() => (this.hasFailed = true));
  }

  /** PostgreSQL answers COMMIT after an error with a quiet rollback: whoever swallowed the error must hear of it. */
  async commit(): Promise<void> {
    await this.client.query(this.hasFailed ? 'rollback' : 'commit');
    if (this.hasFailed) throw new AbortedTransactionError();
  }

  async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
    try {
      const { rows, affected } = await this.client.query(sql, parameters);
      // The caller of Kysely says which rows it expects, and the compiler has seen the query.
      const result = { rows: rows as Row[] };
      return affected === undefined ? result : { ...result, numAffectedRows: BigInt(affected) };
    } catch (error) {
      this.hasFailed = true;
      throw error;
    }
  }

  async *streamQuery<Row>(): AsyncIterableIterator<QueryResult<Row>> {
    throw new Error('Read in pages: this database does not stream.');
  }
}

import type { PostgresPool, PostgresPoolClient } from 'kysely';
import { type ClientBase, Pool, type PoolClient, type PoolConfig } from 'pg';

/** For longer no connection is waited for. */
export const PATIENCE_MS = 10_000;
/** No statement of this product takes so long, unless the connection is dead. */
const STATEMENT_MS = 120_000;

/**
 * What must be the same whatever the server and the database are set to. A transaction of a process that was paused or
 * cut off from the network does not keep its locks: another process may have to go on with its work.
 */
const SESSION = `
  set time zone 'UTC';
  set datestyle = 'ISO, YMD';
  set jit = off;
  set statement_timeout = ${STATEMENT_MS};
  set idle_in_transaction_session_timeout = 20000`;

/** `onConnect` is waited for, which the types of the driver do not say. */
type PreparedPoolConfig = Omit<PoolConfig, 'onConnect'> & {
  readonly onConnect: (client: ClientBase) => Promise<void>;
};

export const connectionConfig = (url: string): PoolConfig => ({
  connectionString: url,
  application_name: 'intekenboek',
  connectionTimeoutMillis: PATIENCE_MS,
  keepAlive: true,
  keepAliveInitialDelayMillis: PATIENCE_MS,
});

/**
 * The pool of `pg` as Kysely uses it. Every error is given to `failure` and thrown as what that makes of it; a connection
 * that breaks, used or not, never ends the process.
 */
export class GuardedPool implements PostgresPool {
  readonly options: object;
  private readonly pool: Pool;
  private readonly guarded = new WeakMap<PoolClient, PostgresPoolClient>();

  constructor(
    config: PoolConfig,
    private readonly failure: (error: unknown) => Error,
  ) {
    const pooled: PreparedPoolConfig = {
      ...config,
      // Projections of one page work side by side: their statements need not wait for one another's answers.
      pipeline: true,
      query_timeout: STATEMENT_MS + PATIENCE_MS,
      onConnect: async (client) => void (await client.query(SESSION)),
    };
    this.pool = new Pool(pooled);
    this.options = this.pool.options;
    const ignore = () => undefined;
    // The query under way fails by itself, and the next one gets another connection.
    this.pool.on('error', ignore);
    this.pool.on('connect', (client) => client.on('error', ignore));
  }

  async connect(): Promise<PostgresPoolClient> {
    const client = await this.pool.connect().catch((error: unknown) => {
      throw this.failure(error);
    });
    const known = this.guarded.get(client) ?? this.guard(client);
    this.guarded.set(client, known);
    return known;
  }

  async end(): Promise<void> {
    await this.pool.end();
  }

  private guard(client: PoolClient): PostgresPoolClient {
    const query = async (sql: string, parameters: readonly unknown[]) => {
      try {
        return await client.query(sql, [...parameters]);
      } catch (error) {
        throw this.failure(error);
      }
    };
    // Kysely asks with text and parameters only, as long as nothing is streamed.
    return {
      query: query as unknown as PostgresPoolClient['query'],
      release: (destroy) => client.release(destroy),
    };
  }
}

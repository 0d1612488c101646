import { EventStoreUnavailable } from '@intekenboek/event-sourcing-core';
import { Pool, type PoolClient } from 'pg';

import { type Ask, askOn, type Row, type Statement } from './ask';
import { type LogConnection, STATEMENT_MS } from './log-connection';
import { IS_AHEAD, type LogIdentity } from './log-identity';
import { explained, isFaultOfRow, isLostRace } from './postgres-failure';

const IDLE_MS = 60_000;

/**
 * What every session of ours needs, whatever the server's own settings are. An append is acknowledged after its flush.
 * Plans are made once, and find rows by an index: statistics of a table that was empty a minute ago say otherwise.
 */
const SETTINGS: Readonly<Record<string, string>> = {
  default_transaction_isolation: `'read committed'`,
  enable_bitmapscan: `'off'`,
  enable_seqscan: `'off'`,
  idle_in_transaction_session_timeout: `'${STATEMENT_MS}'`,
  jit: `'off'`,
  plan_cache_mode: `'force_generic_plan'`,
  statement_timeout: `'${STATEMENT_MS}'`,
  // `remote_apply` and its like promise more than `on`, and stay.
  synchronous_commit: `case current_setting('synchronous_commit') when 'off' then 'on' else current_setting('synchronous_commit') end`,
};
const SET_ALL = Object.entries(SETTINGS).map(([name, value]) => `set_config('${name}', ${value}, false)`);

const GREETING = `
  select log_id, transaction_shift, ${IS_AHEAD}, ${SET_ALL.join(', ')}
  from event_log.log`;

export const closedError = ({ where }: LogConnection): EventStoreUnavailable =>
  new EventStoreUnavailable(`The event store in ${where} is closed.`);

/** The connections of one store to the database that holds its log. */
export class LogDatabase {
  private readonly pools: { readonly writing: Pool; readonly reading: Pool };
  /** Connections for writing that wait for the next group; in the pool each group would have to ask for one. */
  private readonly kept: PoolClient[] = [];
  private readonly broken = new WeakMap<PoolClient, Error>();
  private readonly underWay = new Set<Promise<unknown>>();
  private ending: Promise<void> | undefined;

  constructor(
    readonly connection: LogConnection,
    private readonly identity: LogIdentity,
    sizes: { readonly writing: number; readonly reading: number },
  ) {
    this.pools = { writing: this.newPool(sizes.writing), reading: this.newPool(sizes.reading) };
  }

  /** One statement, which is one transaction. @throws EventStoreUnavailable that says what to do. */
  readonly ask: Ask = (statement) => this.track(this.readWith(statement));

  /**
   * Statements one after another on one connection. Faults of rows and lost races come as PostgreSQL gave them, and
   * leave the connection as it was; after any other fault it is closed, and with it goes what the session still held.
   */
  write<T>(work: (ask: Ask) => Promise<T>): Promise<T> {
    return this.track(this.writeWith(work));
  }

  /** Waits for what is under way; nothing may be asked any more. */
  close(): Promise<void> {
    this.ending ??= this.end();
    return this.ending;
  }

  // A pool that ends forgets who waits for one of its connections.
  private async end(): Promise<void> {
    await Promise.allSettled(this.underWay);
    for (const client of this.kept.splice(0)) client.release();
    await Promise.all([this.pools.writing.end(), this.pools.reading.end()]);
  }

  private track<T>(work: Promise<T>): Promise<T> {
    const forget = () => this.underWay.delete(work);
    this.underWay.add(work);
    work.then(forget, forget);
    return work;
  }

  private newPool(max: number): Pool {
    const greet = (client: PoolClient, done: (error?: Error) => void) => {
      this.greet(client).then(() => done(), done);
    };
    const pool = new Pool({ ...this.connection.config, max, idleTimeoutMillis: IDLE_MS, verify: greet });
    // Who waits for an answer is told of a broken connection by that answer; an idle one goes by itself.
    pool.on('connect', (client) => client.on('error', (error) => this.drop(client, error)));
    pool.on('error', () => undefined);
    return pool;
  }

  /** Behind the same address another log may be found one day: a restored one, or that of another server. */
  private async greet(client: PoolClient): Promise<void> {
    const [row] = await askOn(client)({ text: GREETING });
    const [logId, shift, isAhead] = row ?? [];
    if (logId === this.identity.logId && shift === this.identity.shift && isAhead === 'f') return;
    throw new EventStoreUnavailable(
      `${this.connection.where} holds another log than when this service started. Restart the service.`,
    );
  }

  private drop(client: PoolClient, error: Error): void {
    this.broken.set(client, error);
    const place = this.kept.indexOf(client);
    if (place < 0) return;
    this.kept.splice(place, 1);
    client.release(error);
  }

  private async readWith(statement: Statement): Promise<readonly Row[]> {
    const client = await this.connect(this.pools.reading);
    let fault: Error | undefined;
    try {
      return await askOn(client)(statement);
    } catch (error) {
      throw (fault = explained(error, this.connection.where));
    } finally {
      client.release(fault);
    }
  }

  private async writeWith<T>(work: (ask: Ask) => Promise<T>): Promise<T> {
    const client = this.kept.pop() ?? (await this.connect(this.pools.writing));
    let fault: Error | undefined;
    const failed = (error: unknown): never => {
      if (isFaultOfRow(error) || isLostRace(error)) throw error;
      throw (fault = explained(error, this.connection.where));
    };
    const ask = askOn(client);
    try {
      return await work((statement) => ask(statement).catch(failed));
    } catch (error) {
      throw isLostRace(error) ? explained(error, this.connection.where) : error;
    } finally {
      // It may have broken after its last answer.
      fault ??= this.broken.get(client);
      if (fault === undefined) this.kept.push(client);
      else client.release(fault);
    }
  }

  private async connect(pool: Pool): Promise<PoolClient> {
    if (this.ending !== undefined) throw closedError(this.connection);
    try {
      return await pool.connect();
    } catch (error) {
      throw explained(error, this.connection.where);
    }
  }
}

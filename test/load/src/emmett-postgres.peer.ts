import { installPeer, requirePeer } from './peers';

/** A connection for each client: with the ten that `pg` takes by itself it would be slower. */
const CONNECTIONS_MAX = 32;

interface Message {
  readonly type: string;
  readonly data: object;
  readonly metadata?: object;
}

interface StoreModule {
  getPostgreSQLEventStore(
    url: string,
    options: { connectionOptions: { pool: unknown } },
  ): {
    readonly schema: { migrate(): Promise<unknown> };
    appendToStream(
      stream: string,
      events: readonly Message[],
      options: { expectedStreamVersion: bigint | 'STREAM_DOES_NOT_EXIST' },
    ): Promise<{ nextExpectedStreamVersion: bigint }>;
  };
  readMessagesBatch(
    execute: unknown,
    options: { after: bigint; batchSize: number },
  ): Promise<{
    readonly messages: readonly Message[];
    readonly currentGlobalPosition: bigint;
    readonly areMessagesLeft: boolean;
  }>;
}

interface Pool {
  end(): Promise<void>;
}
interface PgModule {
  readonly Pool: new (options: { connectionString: string; max: number }) => Pool;
}
interface DumboModule {
  readonly dumbo: (options: { connectionString: string }) => {
    readonly execute: unknown;
    close(): Promise<void>;
  };
}

export interface EmmettPostgres {
  /** Appends to the end of a stream; gives its version. */
  append(stream: string, events: readonly Message[], version: bigint | undefined): Promise<bigint>;
  /** Reads all messages in batches, as its own consumer does; gives how many there were. */
  readAll(batchSize: number): Promise<number>;
  close(): Promise<void>;
}

/** Opens emmett-postgresql on an empty database. @throws Error that says why it cannot be had. */
export async function openEmmettPostgres(url: string): Promise<EmmettPostgres> {
  const file = '@event-driven-io/emmett-postgresql/dist/index.cjs';
  await installPeer({ name: 'emmett-postgresql', file, isCompiled: false });
  const emmett = requirePeer('@event-driven-io/emmett-postgresql') as StoreModule;
  const pg = requirePeer('pg') as PgModule;
  const { dumbo } = requirePeer('@event-driven-io/dumbo') as DumboModule;

  const pool = new pg.Pool({ connectionString: url, max: CONNECTIONS_MAX });
  const store = emmett.getPostgreSQLEventStore(url, { connectionOptions: { pool } });
  await store.schema.migrate();
  const reading = dumbo({ connectionString: url });
  return {
    append: async (stream, events, version) => {
      const expectedStreamVersion = version ?? 'STREAM_DOES_NOT_EXIST';
      const { nextExpectedStreamVersion } = await store.appendToStream(stream, events, {
        expectedStreamVersion,
      });
      return nextExpectedStreamVersion;
    },
    readAll: async (batchSize) => {
      let [after, count, isMore] = [0n, 0, true];
      while (isMore) {
        const batch = await emmett.readMessagesBatch(reading.execute, { after, batchSize });
        count += batch.messages.length;
        [after, isMore] = [batch.currentGlobalPosition, batch.areMessagesLeft];
      }
      return count;
    },
    close: async () => {
      await reading.close();
      await pool.end();
    },
  };
}

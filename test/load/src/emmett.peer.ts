import { installPeer, requirePeer } from './peers';

/** The part of emmett-sqlite that is measured. */
export interface EmmettStore {
  appendToStream(
    stream: string,
    events: readonly { type: string; data: object }[],
    options: { expectedStreamVersion: bigint | 'STREAM_DOES_NOT_EXIST' },
  ): Promise<{ nextExpectedStreamVersion: bigint }>;
}

interface Connection {
  close(): void;
}

interface EmmettModule {
  getSQLiteEventStore(options: { fileName: string; pool?: unknown }): EmmettStore;
  sqliteConnection(options: { fileName: string }): Connection;
  SQLiteConnectionPool(options: {
    fileName: string;
    connectionOptions: { singleton: true; connection: Connection };
  }): unknown;
}

export interface EmmettPeer {
  /** One connection for all appends: the fastest way it has, and with one writer as safe as the other. */
  open(fileName: string): { readonly store: EmmettStore; readonly close: () => void };
  /** As its documentation opens it: a connection for each append. */
  openAsDocumented(fileName: string): EmmettStore;
}

/** Where no prebuilt SQLite can be fetched, npm compiles it, for a minute or two. @throws Error when it cannot be had. */
export async function emmettPeer(): Promise<EmmettPeer> {
  const file = 'sqlite3/build/Release/node_sqlite3.node';
  await installPeer({ name: 'emmett-sqlite', file, isCompiled: true });
  const emmett = requirePeer('@event-driven-io/emmett-sqlite') as EmmettModule;
  return {
    open: (fileName) => {
      const connection = emmett.sqliteConnection({ fileName });
      const connectionOptions = { singleton: true, connection } as const;
      const pool = emmett.SQLiteConnectionPool({ fileName, connectionOptions });
      return { store: emmett.getSQLiteEventStore({ fileName, pool }), close: () => connection.close() };
    },
    openAsDocumented: (fileName) => emmett.getSQLiteEventStore({ fileName }),
  };
}

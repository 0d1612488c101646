import { EventStoreUnavailable } from '@intekenboek/event-sourcing-core';

type SqliteModule = typeof import('node:sqlite');

/** SQLite as it comes with Node, asked for only when a file is opened: on other stores an older Node will do. */
export function sqliteDriver(): SqliteModule {
  const driver = process.getBuiltinModule?.('node:sqlite');
  // Rows as arrays (22.16, 24.0) are what makes reading the feed fast.
  if (driver !== undefined && 'setReturnArrays' in driver.StatementSync.prototype) return driver;
  throw new EventStoreUnavailable(
    `The event store in a file needs Node 22.16 or newer, best 24; this is ${process.version}. ` +
      'Start through npm (`npm start`), which brings its own Node, or install Node 24.',
  );
}

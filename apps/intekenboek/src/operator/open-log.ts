import { openKurrentDbEventStore } from '@intekenboek/event-sourcing-adapter-kurrentdb';
import { openPostgresEventStore } from '@intekenboek/event-sourcing-adapter-postgres';
import { openSqliteEventStore } from '@intekenboek/event-sourcing-adapter-sqlite';
import type { Clock, EventImport, EventStore } from '@intekenboek/event-sourcing-core';
import type { Log } from '@intekenboek/platform-sql';

import type { LogAddress } from './log-address';

/** @throws EventStoreUnavailable that says what to do. */
export async function openLog(
  address: LogAddress,
  { clock, log }: { readonly clock: Clock; readonly log: Log },
): Promise<EventStore & EventImport> {
  switch (address.kind) {
    case 'SQLITE':
      return openSqliteEventStore({ file: address.file, clock });
    case 'POSTGRES':
      return openPostgresEventStore({ url: address.url, clock, log });
    case 'KURRENTDB':
      return openKurrentDbEventStore({ url: address.url, log });
  }
}

import {
  describeWithServer,
  eventImportContract,
  eventStoreContract,
} from '@intekenboek/event-sourcing-testing';

import { type KurrentDbEventStore, openKurrentDbEventStore } from './kurrentdb.event-store';

// How to have a server, and what was proved on one: docs/kurrentdb.md.
describeWithServer('KURRENTDB_URL', 'a real KurrentDB', (url) => {
  const open = () => openKurrentDbEventStore({ url });

  async function reopen(store: object): Promise<KurrentDbEventStore> {
    await (store as KurrentDbEventStore).close();
    return open();
  }

  eventStoreContract('kurrentdb server', open, reopen);
  eventImportContract('kurrentdb server', open, reopen);
});

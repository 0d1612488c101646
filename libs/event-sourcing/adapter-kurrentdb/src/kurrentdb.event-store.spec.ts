import { eventImportContract, eventStoreContract } from '@intekenboek/event-sourcing-testing';
import { type KurrentDbStandIn, startKurrentDbStandIn } from '@intekenboek/event-sourcing-kurrentdb-testing';

import { type KurrentDbEventStore, openKurrentDbEventStore } from './kurrentdb.event-store';

let standIn: KurrentDbStandIn;
beforeAll(async () => {
  standIn = await startKurrentDbStandIn({ maxAppendBytes: 16 * 1_048_576 });
});
afterAll(() => standIn.close());

const open = () => openKurrentDbEventStore({ url: standIn.url });

async function reopen(store: object): Promise<KurrentDbEventStore> {
  await (store as KurrentDbEventStore).close();
  return open();
}

eventStoreContract('kurrentdb', open, reopen);
eventImportContract('kurrentdb', open, reopen);

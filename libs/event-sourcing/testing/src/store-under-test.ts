import type { EventImport, EventStore } from '@intekenboek/event-sourcing-core';

/** Gives the store that the running test talks to. */
export type StoreUnderTest = () => EventStore;

/** A store to which a log can be moved. */
export type ImportingStore = EventStore & EventImport;

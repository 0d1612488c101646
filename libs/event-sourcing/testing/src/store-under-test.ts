import type { EventStore } from '@intekenboek/event-sourcing-core';

/** Gives the store that the running test talks to. */
export type StoreUnderTest = () => EventStore;

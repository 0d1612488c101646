import { InMemoryEventStore } from '@intekenboek/event-sourcing-adapter-memory';
import { instant } from '@intekenboek/event-sourcing-core';

import type { LogAddress } from './log-address';
import type { Language, OperatorDesk, Text } from './operator-command';

/** A desk in memory: what was said and complained is remembered, and every address has a store of its own. */
export class DeskInMemory implements OperatorDesk {
  readonly said: string[] = [];
  readonly complaints: string[] = [];
  readonly stores = new Map<string, InMemoryEventStore>();
  readonly closed: string[] = [];
  readonly folder = __dirname;
  readonly stop = new AbortController();
  readonly signal = this.stop.signal;
  env: Readonly<Record<string, string>> = {};
  /** By how much the clock is later at every look. */
  lookMs = 1;
  private looks = 0;

  constructor(private readonly language: Language = 'en') {}

  readonly clock = {
    now: () => instant(new Date(Date.UTC(2026, 0, 1) + this.lookMs * this.looks++).toISOString()),
  };

  readonly say = (text: Text): void => void this.said.push(text[this.language]);
  readonly complain = (text: Text): void => void this.complaints.push(text[this.language]);

  storeAt(url: string): InMemoryEventStore {
    const store = this.stores.get(url) ?? new InMemoryEventStore();
    this.stores.set(url, store);
    return store;
  }

  readonly openLog = async (address: LogAddress): Promise<InMemoryEventStore> => {
    if (address.kind === 'SQLITE') throw new Error('This desk opens servers only.');
    const store = this.storeAt(address.url);
    store.close = async () => void this.closed.push(address.url);
    return store;
  };

  get everythingTold(): string {
    return [...this.said, ...this.complaints].join('\n');
  }
}

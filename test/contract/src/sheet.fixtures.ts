import {
  asStored,
  type Command,
  type CommandMeta,
  commandHandler,
  type Decider,
  DomainError,
  type EventStore,
  eventCodec,
  type HandleCommand,
  type Message,
  type StreamName,
} from '@intekenboek/event-sourcing-core';
import { commandMeta } from '@intekenboek/event-sourcing-testing';

/** The smallest domain that shows what a command handler does: a sheet on which at most a hundred homes are counted. */
export type CountHomes = Command<'CountHomes', { sheetId: string; homes: number }>;
type HomesCounted = Message<'HomesCounted', { homes: number; total: number }>;
type HalfReached = Message<'HalfReached', { total: number }>;
type SheetEvent = HomesCounted | HalfReached;

class SheetRejected extends DomainError<'SHEET_FULL'> {}

const HOMES_MAX = 100;

const sheetDecider: Decider<CountHomes, SheetEvent, { readonly total: number }> = {
  initialState: { total: 0 },
  decide: ({ data: { homes } }, { total: before }) => {
    if (homes === 0) return [];
    const total = before + homes;
    if (total > HOMES_MAX) throw new SheetRejected('SHEET_FULL', { total: before });
    const counted: SheetEvent = { type: 'HomesCounted', data: { homes, total } };
    const isHalf = before < HOMES_MAX / 2 && total >= HOMES_MAX / 2;
    return isHalf ? [counted, { type: 'HalfReached', data: { total } }] : [counted];
  },
  // Adds up, so that an event that is taken twice shows.
  evolve: (state, { type, data }) => (type === 'HomesCounted' ? { total: state.total + data.homes } : state),
};

export const sheetStream = (sheetId: string): StreamName => `sheet-${sheetId}`;

/** A handler as a process has it: with its own memory. */
export const sheetHandler = (eventStore: EventStore): HandleCommand<CountHomes> =>
  commandHandler({
    eventStore,
    decider: sheetDecider,
    decode: eventCodec<SheetEvent>({ HomesCounted: asStored, HalfReached: asStored }),
    streamOf: ({ data }) => sheetStream(data.sheetId),
  });

export const countHomes = (sheetId: string, homes: number, meta: Partial<CommandMeta> = {}): CountHomes => ({
  type: 'CountHomes',
  data: { sheetId, homes },
  meta: commandMeta(meta),
});

/** A store in which somebody else gets in between, just before each of the first `times` appends. */
export function racedStore(store: EventStore, times: number, somebody: () => Promise<unknown>) {
  const raced = { appends: 0 };
  const eventStore: EventStore = {
    logId: () => store.logId(),
    readStream: (stream, from) => store.readStream(stream, from),
    readAll: (after, limit) => store.readAll(after, limit),
    readAt: (position) => store.readAt(position),
    follow: (after, signal) => store.follow(after, signal),
    head: () => store.head(),
    close: () => store.close(),
    append: async (stream, events, expected, metadata) => {
      raced.appends += 1;
      if (raced.appends <= times) await somebody();
      return store.append(stream, events, expected, metadata);
    },
  };
  return { eventStore, raced };
}

/** The store that serves at the moment of each call. */
export const whichever = (serving: { readonly store: EventStore }): EventStore => ({
  logId: () => serving.store.logId(),
  append: (...asked) => serving.store.append(...asked),
  readStream: (...asked) => serving.store.readStream(...asked),
  readAll: (...asked) => serving.store.readAll(...asked),
  readAt: (...asked) => serving.store.readAt(...asked),
  follow: (...asked) => serving.store.follow(...asked),
  head: () => serving.store.head(),
  close: () => serving.store.close(),
});

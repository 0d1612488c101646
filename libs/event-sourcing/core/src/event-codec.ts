import type { Message } from './message';

/** Turns what was stored, in any past version, into the event types of today. @throws Error for an unknown type. */
export type EventCodec<E extends Message> = (type: string, data: unknown) => E;

/** One entry per event type: the compiler asks for every one of them, and an upcaster is a change of one line. */
export type StoredEventReaders<E extends Message> = {
  readonly [Type in E['type']]: (stored: unknown) => Extract<E, { type: Type }>['data'];
};

export const asStored = <Data>(stored: unknown): Data => stored as Data;

export function eventCodec<E extends Message>(readers: StoredEventReaders<E>): EventCodec<E> {
  const known = new Map<string, (stored: unknown) => object>(Object.entries(readers));
  return (type, data) => {
    const read = known.get(type);
    if (read === undefined)
      throw new Error(`Unknown event type ${type}: this service is older than its log.`);
    return { type, data: read(data) } as unknown as E;
  };
}

import type { EventStore, FeedPosition } from '@intekenboek/event-sourcing-core';
import { PositionUnknown, ReadModelBehind, type ReadModelGate } from '@intekenboek/platform-nest';
import { ReadModelBehind as CopyIsBehind, type ReadModelHandle } from '@intekenboek/platform-sql';

/** Lets a query wait until every read model knows a write. */
export const readModelGate = (
  eventStore: EventStore,
  handles: readonly Pick<ReadModelHandle<unknown>, 'waitFor'>[],
): ReadModelGate => ({
  async waitFor(position: FeedPosition, timeoutMs: number) {
    const head = await eventStore.head();
    // Positions are ordered text of one length: a later one, or one of another form, was never given out.
    if (position > head || (position !== '' && position.length !== head.length))
      throw new PositionUnknown(position);
    try {
      await Promise.all(handles.map((handle) => handle.waitFor(position, timeoutMs)));
    } catch (error) {
      if (error instanceof CopyIsBehind) throw new ReadModelBehind(error.wanted, error.reached);
      throw error;
    }
  },
});

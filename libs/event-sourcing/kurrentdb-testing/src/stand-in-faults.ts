/** What befalls an append. `LOST` is before it is stored, `STORED` after; `CUT` breaks every connection to the node. */
export type AppendFault =
  | 'CUT_LOST'
  | 'CUT_STORED'
  | 'SILENT_LOST'
  | 'SILENT_STORED'
  | 'TIMEOUT_LOST'
  | 'TIMEOUT_STORED'
  | 'UNAVAILABLE'
  | 'ACCESS_DENIED'
  | 'LATE';

/** What befalls a read. `CUT` breaks every connection to the node after half of the events were sent. */
export type ReadFault = 'CUT' | 'SILENT' | 'UNAVAILABLE' | 'ACCESS_DENIED' | 'LATE';

/** What befalls a subscription when it begins. */
export type SubscribeFault = 'SILENT' | 'UNAVAILABLE' | 'ACCESS_DENIED';

/** Appends and reads of events, or of the metadata of streams. */
export type Target = 'EVENTS' | 'METADATA';

export const LATE_MS = 300;

interface Waiting<Fault> {
  readonly fault: Fault;
  readonly target: Target;
}

/** Faults that wait for the calls that they befall, first in first out; a call without a fault is served. */
export class StandInFaults {
  private readonly ofAppends: Waiting<AppendFault>[] = [];
  private readonly ofReads: Waiting<ReadFault>[] = [];
  private readonly ofSubscribing: SubscribeFault[] = [];

  /** The next `times` appends meet `fault`. */
  failAppends(fault: AppendFault, times = 1, target: Target = 'EVENTS'): void {
    this.ofAppends.push(...repeated({ fault, target }, times));
  }

  failReads(fault: ReadFault, times = 1, target: Target = 'EVENTS'): void {
    this.ofReads.push(...repeated({ fault, target }, times));
  }

  failSubscribing(fault: SubscribeFault, times = 1): void {
    this.ofSubscribing.push(...repeated(fault, times));
  }

  clear(): void {
    for (const faults of [this.ofAppends, this.ofReads, this.ofSubscribing]) faults.length = 0;
  }

  takeForAppend(stream: string): AppendFault | undefined {
    return taken(this.ofAppends, stream);
  }

  /** `$all` counts as events. */
  takeForRead(stream: string): ReadFault | undefined {
    return taken(this.ofReads, stream);
  }

  takeForSubscribing(): SubscribeFault | undefined {
    return this.ofSubscribing.shift();
  }
}

function taken<Fault>(waiting: Waiting<Fault>[], stream: string): Fault | undefined {
  const wanted: Target = stream.startsWith('$$') ? 'METADATA' : 'EVENTS';
  const index = waiting.findIndex(({ target }) => target === wanted);
  return index < 0 ? undefined : waiting.splice(index, 1)[0]?.fault;
}

const repeated = <Item>(item: Item, times: number): readonly Item[] =>
  Array.from({ length: times }, () => item);

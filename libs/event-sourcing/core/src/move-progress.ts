import type { Clock } from './clock.port';

/** How far a move is, after each page. */
export interface MoveProgress {
  /**
   * First what the target holds already is found in the source, then the rest is copied, then both logs are read anew
   * and compared.
   */
  readonly phase: 'FIND_PLACE' | 'COPY' | 'READ_SOURCE' | 'READ_TARGET';
  /** From the beginning of the log. */
  readonly events: number;
  /** Average since this phase began. */
  readonly eventsPerSecond: number;
}

/** Tells of one phase, that begins now, after `done` events. */
export function progressOf(
  {
    clock,
    onProgress,
  }: { readonly clock: Pick<Clock, 'now'>; readonly onProgress?: (progress: MoveProgress) => void },
  phase: MoveProgress['phase'],
  done = 0,
): (events: number) => void {
  const begun = Date.parse(clock.now());
  return (events) => {
    const seconds = Math.max(Date.parse(clock.now()) - begun, 1) / 1_000;
    onProgress?.({ phase, events, eventsPerSecond: (events - done) / seconds });
  };
}

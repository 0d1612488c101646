import { commonBeginning, type LogBeginning } from './common-beginning';
import { type CompareOptions, compareLogs, type MoveReport } from './compare-logs';
import type { EventImport } from './event-import.port';
import type { EventStore, FeedPosition } from './event-store.port';
import { pagesOf } from './feed-pages';
import { progressOf } from './move-progress';

export interface MoveOptions extends CompareOptions {
  readonly to: EventStore & EventImport;
  /** How many events are imported at once; 1,000 when absent. */
  readonly pageEvents?: number;
}

/**
 * Copies a whole log into an empty store, in the order of its feed, and compares both afterwards. Killed at any moment
 * and begun again it goes on where the target ends: that place is found by reading the target beside the source, so no
 * file has to be trusted. Events that come while it copies are taken too, but nobody should write any more: the report
 * says whether the source went on after its last event was copied, and then the move is to be done again.
 * @throws MoveRefused when the target holds anything but the beginning of the source.
 */
export async function moveLog(options: MoveOptions): Promise<MoveReport> {
  const { from, to } = options;
  if ((await from.logId()) === (await to.logId())) throw new MoveRefused('SAME_LOG');
  const { pageEvents, signal } = options;
  const onEvents = progressOf(options, 'FIND_PLACE');
  const beginning = await commonBeginning(options, { pageEvents, signal, onEvents });
  requireBeginning(beginning);
  return compareLogs(options, await copyAfter(beginning, options));
}

/** Gives the position of the last event of the source that was copied. */
async function copyAfter(beginning: LogBeginning, options: MoveOptions): Promise<FeedPosition> {
  const { from, to, pageEvents, signal } = options;
  let { position, events } = beginning;
  const onEvents = progressOf(options, 'COPY', events);
  for await (const page of pagesOf(from, { after: position, pageEvents, signal })) {
    await to.importEvents(page);
    position = page.at(-1)?.position ?? position;
    events += page.length;
    onEvents(events);
  }
  return position;
}

function requireBeginning({ parted }: LogBeginning): void {
  if (parted === undefined) return;
  const { stream, revision } = parted.target;
  throw new MoveRefused(parted.source === undefined ? 'TARGET_AHEAD' : 'OTHER_LOG', `${stream}@${revision}`);
}

const REASONS = {
  SAME_LOG: 'Source and target are one and the same log.',
  TARGET_AHEAD: 'The target holds the whole source and more: it has been written to since.',
  OTHER_LOG:
    'The target holds events that are not in the source at that place. Move the log into an empty store.',
} as const;

/** The target is not one that this source can be moved to. Nothing was changed. */
export class MoveRefused extends Error {
  override readonly name = 'MoveRefused';

  constructor(
    readonly why: keyof typeof REASONS,
    /** Stream and revision of the first event of the target that the source does not have there. */
    readonly place?: string,
  ) {
    super(REASONS[why] + (place === undefined ? '' : ` The first such event is ${place}.`));
  }
}

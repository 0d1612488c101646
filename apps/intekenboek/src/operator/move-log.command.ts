import {
  compareLogs,
  type EventImport,
  type EventStore,
  FEED_START,
  ImportRefused,
  moveLog,
  type MoveProgress,
  MoveRefused,
  type MoveReport,
} from '@intekenboek/event-sourcing-core';

import type { LogAddress } from './log-address';
import { type MoveAsked, moveAsked } from './move-log.arguments';
import * as texts from './move-log.texts';
import { CommandFailed, EXIT, type Exit, type OperatorCommand, type OperatorDesk } from './operator-command';

const LINE_EVERY_MS = 1_000;

/** Moves the log between the tiers of the product. */
export const moveLogCommand: OperatorCommand = {
  name: 'move-log',
  purpose: texts.PURPOSE,
  usage: texts.USAGE,
  async run(args, desk) {
    const asked = moveAsked(args, desk);
    const from = await opened('--from', asked.from, desk);
    try {
      if ((await from.head()) === FEED_START) throw new CommandFailed(texts.NOTHING_TO_MOVE);
      const to = await opened('--to', asked.to, desk);
      try {
        return tellOutcome(await moved(asked, { from, to }, desk), asked, desk);
      } finally {
        await to.close();
      }
    } finally {
      await from.close();
    }
  },
};

/** Of two logs the operator must know which one an engine complains of. */
async function opened(
  option: string,
  address: LogAddress,
  desk: OperatorDesk,
): Promise<EventStore & EventImport> {
  try {
    return await desk.openLog(address);
  } catch (error) {
    throw new Error(`${option}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}

async function moved(
  { from, to, verifiesOnly }: MoveAsked,
  stores: { readonly from: EventStore; readonly to: EventStore & EventImport },
  desk: OperatorDesk,
): Promise<MoveReport> {
  desk.say(texts.beginning(from, to));
  const options = { ...stores, clock: desk.clock, signal: desk.signal, onProgress: progressOn(desk) };
  try {
    return await (verifiesOnly ? compareLogs(options) : moveLog(options));
  } catch (error) {
    if (error instanceof MoveRefused) throw new CommandFailed(texts.refused(error));
    if (error instanceof ImportRefused) throw new CommandFailed(texts.importRefused(error));
    throw error;
  }
}

function tellOutcome(report: MoveReport, { from, to, verifiesOnly }: MoveAsked, desk: OperatorDesk): Exit {
  const { say, complain } = desk;
  if (report.differing > 0) {
    complain(texts.different(report));
    complain(texts.AFTER_DIFFERENCE);
    return EXIT.incomplete;
  }
  say(texts.same(report));
  if (report.isOutrun) {
    complain(texts.outrun(report));
    return EXIT.incomplete;
  }
  if (!verifiesOnly) say(texts.nextSteps(from, to));
  return EXIT.done;
}

/** At most a line a second, so that the log of a job stays readable. */
function progressOn({ clock, say }: OperatorDesk): (progress: MoveProgress) => void {
  let toldAt = Date.parse(clock.now());
  return (progress) => {
    const now = Date.parse(clock.now());
    if (now - toldAt < LINE_EVERY_MS) return;
    toldAt = now;
    say(texts.progressLine(progress));
  };
}

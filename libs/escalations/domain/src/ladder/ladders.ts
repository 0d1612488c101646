import type { CalendarDate } from '@intekenboek/event-sourcing-core';
import { isValidOn } from '@intekenboek/reference-data-facts';

import { AGREED_LADDERS } from './agreed-ladders.data';
import type { AgreedRung, Ladder, StatutoryRung } from './ladder';
import { STATUTORY_LADDERS } from './statutory-ladders.data';

/** @throws Error when no ladder is valid on that day: the data has a hole. */
export const agreedLadderOn = (day: CalendarDate): Ladder<AgreedRung> => validOn(AGREED_LADDERS, day);

/** @throws Error when no ladder is valid on that day: the data has a hole. */
export const statutoryLadderOn = (day: CalendarDate): Ladder<StatutoryRung> =>
  validOn(STATUTORY_LADDERS, day);

/** Every ladder that ever was, for showing cases under the names they were raised with. */
export const ladderById = (ladderId: string): Ladder<AgreedRung> | Ladder<StatutoryRung> | undefined =>
  [...AGREED_LADDERS, ...STATUTORY_LADDERS].find((ladder) => ladder.ladderId === ladderId);

function validOn<Rung>(ladders: readonly Ladder<Rung>[], day: CalendarDate): Ladder<Rung> {
  const ladder = ladders.find((candidate) => isValidOn(candidate, day));
  if (ladder === undefined) throw new Error(`No ladder is valid on ${day}.`);
  return ladder;
}

import { FEED_START, type FeedPosition } from '@intekenboek/event-sourcing-core';

/** The numbers behind a position, as texts, because they may be larger than JavaScript counts exactly. */
export interface FeedPlace {
  readonly transaction: string;
  readonly position: string;
}

const DIGITS = 16;
const FORM = /^(\d{16})-(\d{16})$/;
const START: FeedPlace = { transaction: '0', position: '0' };

/** Of fixed width, so that the order of the texts is that of the numbers. */
export const positionOf = (transaction: string, position: string): FeedPosition =>
  `${transaction.padStart(DIGITS, '0')}-${position.padStart(DIGITS, '0')}` as FeedPosition;

/** Whether a log in PostgreSQL may have given it; the start is no place of an event. */
export const isPosition = (position: FeedPosition): boolean => FORM.test(position);

/** @throws RangeError for a position that no log in PostgreSQL gave. */
export function placeOf(position: FeedPosition): FeedPlace {
  if (position === FEED_START) return START;
  const [, transaction, place] = FORM.exec(position) ?? [];
  if (transaction === undefined || place === undefined) {
    throw new RangeError(`Position ${position} is of another kind of log.`);
  }
  return { transaction, position: place };
}

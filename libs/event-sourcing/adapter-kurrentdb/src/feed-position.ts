import { type FeedPosition } from '@intekenboek/event-sourcing-core';

/** Where KurrentDB keeps an event, as texts: the numbers are larger than JavaScript counts exactly. */
export interface LogPlace {
  readonly commit: string;
  readonly prepare: string;
}

const DIGITS = 20;
const FORM = /^(\d{20})\/(\d{20})$/;
/** What KurrentDB sends where it does not know the place. */
const UNKNOWN = String(2n ** 64n - 1n);

/** Of fixed width, so that the order of the texts is that of the numbers. @throws RangeError for no place. */
export function positionOf({ commit, prepare }: LogPlace): FeedPosition {
  if (commit === UNKNOWN || prepare === UNKNOWN) {
    throw new RangeError(
      'KurrentDB did not say where an event is. Versions before 22.6 do not; best is 24.10 or newer.',
    );
  }
  return `${commit.padStart(DIGITS, '0')}/${prepare.padStart(DIGITS, '0')}` as FeedPosition;
}

/** Whether a log in KurrentDB may have given it; the start is no place of an event. */
export const isPosition = (position: FeedPosition): boolean => FORM.test(position);

/** @throws RangeError for a position that no log in KurrentDB gave. */
export function placeOf(position: FeedPosition): LogPlace {
  const [, commit, prepare] = FORM.exec(position) ?? [];
  if (commit === undefined || prepare === undefined) {
    throw new RangeError(`Position ${position} is of another kind of log.`);
  }
  return { commit: withoutZeros(commit), prepare: withoutZeros(prepare) };
}

const withoutZeros = (digits: string): string => digits.replace(/^0+(?=\d)/, '');

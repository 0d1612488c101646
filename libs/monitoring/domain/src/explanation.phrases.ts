import type { CalendarDate } from '@intekenboek/event-sourcing-core';

import type { Forecast } from './forecast';

interface Amount {
  /** A number as the language writes it, or that it is hidden or not known yet. */
  readonly realised: string;
  readonly goal: number;
  readonly unit: string;
  readonly isCap: boolean;
  readonly backlog: number;
}

/** Everything an explanation can say, in one language. */
export interface Phrases {
  readonly notMeasurable: string;
  readonly done: (isDone: boolean | null) => string;
  readonly number: (amount: number) => string;
  readonly hiddenNumber: string;
  readonly unknownNumber: string;
  readonly amount: (amount: Amount) => string;
  readonly expected: (expected: number, on: CalendarDate, asOf: CalendarDate) => string;
  readonly noFigures: (goal: number, unit: string) => string;
  readonly disputed: (amount: number) => string;
  readonly notStarted: (from: CalendarDate) => string;
  readonly dueOn: (deadline: CalendarDate) => string;
  readonly waits: (party: string, neededBy: CalendarDate) => string;
  readonly blocked: (party: string, neededBy: CalendarDate, root: string | null) => string;
  readonly unheard: (days: number) => string;
  readonly silent: (last: CalendarDate, age: number, days: number) => string;
  readonly incomplete: (last: CalendarDate | null, until: CalendarDate) => string;
  readonly forecast: (forecast: Forecast, deadline: CalendarDate) => string;
  readonly shortlyBehind: (days: number) => string;
  readonly shortlyRecovered: (days: number) => string;
  readonly behind: (ratio: number | null, threshold: number) => string;
  readonly exceeded: (allowed: number) => string;
  readonly reached: (isCap: boolean) => string;
  readonly passed: (deadline: CalendarDate) => string;
  readonly shifted: (days: number, party: string) => string;
}

const MONTHS_NL =
  'januari februari maart april mei juni juli augustus september oktober november december'.split(' ');
const MONTHS_EN =
  'January February March April May June July August September October November December'.split(' ');

const dayIn = (months: readonly string[]) => (day: CalendarDate) =>
  `${Number(day.slice(8))} ${months[Number(day.slice(5, 7)) - 1]} ${day.slice(0, 4)}`;

/** At most two decimals, and thousands apart, as the language writes them. */
const numberIn = (thousands: string, decimal: string) => (amount: number) => {
  const [whole = '', fraction] = String(Math.round(amount * 100) / 100).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, thousands);
  return fraction === undefined ? grouped : `${grouped}${decimal}${fraction}`;
};

const nlDay = dayIn(MONTHS_NL);
const enDay = dayIn(MONTHS_EN);
const nl = numberIn('.', ',');
const en = numberIn(',', '.');
const percent = (ratio: number): number => Math.round(ratio * 100);

export const DUTCH: Phrases = {
  notMeasurable: 'Een inspanning zonder meetbaar resultaat: vastgelegd, maar niet te beoordelen.',
  done: (isDone) => (isDone === null ? 'Onderdrukt.' : isDone ? 'Gereed.' : 'Niet als gereed gemeld.'),
  number: nl,
  hiddenNumber: 'Onderdrukt aantal',
  unknownNumber: 'Nog onbekend aantal',
  amount: ({ realised, goal, unit, isCap, backlog }) => {
    const of = isCap ? 'van ten hoogste' : 'van';
    const beside =
      backlog > 0
        ? `, waarvan ${nl(backlog)} achterstand`
        : backlog < 0
          ? `, na aftrek van ${nl(-backlog)} voorsprong`
          : '';
    return `${realised} ${of} ${nl(goal)} ${unit}${beside}`;
  },
  expected: (expected, on, asOf) =>
    `${on === asOf ? 'op deze dag' : 'op de dag van deze cijfers'} (${nlDay(on)}) ${nl(expected)} verwacht`,
  noFigures: (goal, unit) => `Er zijn nog geen cijfers; de opgave is ${nl(goal)} ${unit}.`,
  disputed: (amount) => `${nl(amount)} betwist en niet meegeteld.`,
  notStarted: (from) => `Begint op ${nlDay(from)}.`,
  dueOn: (deadline) => `Verwacht op ${nlDay(deadline)}.`,
  waits: (party, neededBy) =>
    `Nog niet aan de orde: wacht op ${party}, die uiterlijk ${nlDay(neededBy)} moet leveren.`,
  blocked: (party, neededBy, root) =>
    `Opgehouden: ${party} moest uiterlijk ${nlDay(neededBy)} leveren en heeft dat niet gedaan` +
    (root === null ? '.' : `, omdat ${root} achterblijft.`),
  unheard: (days) => `Al langer dan ${nl(days)} dagen zijn er geen cijfers.`,
  silent: (last, age, days) =>
    `De laatste cijfers gaan over ${nlDay(last)} en zijn ${nl(age)} dagen oud; meer dan ${nl(days)} dagen stilte geldt als geen gegevens.`,
  incomplete: (last, until) =>
    `Cijfers tot en met ${nlDay(until)} ontbreken${last === null ? '' : `; ze lopen tot en met ${nlDay(last)}`}.`,
  forecast: ({ low, mid, high }, deadline) =>
    `In dit tempo ${nl(mid)} op ${nlDay(deadline)} (tussen ${nl(low)} en ${nl(high)}).`,
  shortlyBehind: (days) => `Achter, maar nog geen ${nl(days)} dagen achtereen.`,
  shortlyRecovered: (days) => `Weer bij, maar nog geen ${nl(days)} dagen achtereen.`,
  behind: (ratio, threshold) =>
    `${ratio === null ? 'Dat is' : `Dat is ${percent(ratio)} procent van wat verwacht is,`} minder dan ${percent(threshold)} procent.`,
  exceeded: (allowed) => `Meer dan de ${nl(allowed)} die tot nu toe mogen.`,
  reached: (isCap) => (isCap ? 'Niet overschreden.' : 'Bereikt.'),
  passed: (deadline) => `De laatste dag, ${nlDay(deadline)}, is voorbij.`,
  shifted: (days, party) => `De termijn is ${nl(days)} dagen verschoven, omdat ${party} later leverde.`,
};

export const ENGLISH: Phrases = {
  notMeasurable: 'An effort without a measurable result: recorded, but not to be judged.',
  done: (isDone) => (isDone === null ? 'Suppressed.' : isDone ? 'Done.' : 'Not reported as done.'),
  number: en,
  hiddenNumber: 'A suppressed number',
  unknownNumber: 'A number not known yet',
  amount: ({ realised, goal, unit, isCap, backlog }) => {
    const of = isCap ? 'of at most' : 'of';
    const beside =
      backlog > 0
        ? `, ${en(backlog)} of them backlog`
        : backlog < 0
          ? `, less an advance of ${en(-backlog)}`
          : '';
    return `${realised} ${of} ${en(goal)} ${unit}${beside}`;
  },
  expected: (expected, on, asOf) =>
    `${en(expected)} expected on ${on === asOf ? 'this day' : 'the day of these figures'} (${enDay(on)})`,
  noFigures: (goal, unit) => `There are no figures yet; the task is ${en(goal)} ${unit}.`,
  disputed: (amount) => `${en(amount)} disputed and not counted.`,
  notStarted: (from) => `Begins on ${enDay(from)}.`,
  dueOn: (deadline) => `Expected on ${enDay(deadline)}.`,
  waits: (party, neededBy) => `Not due yet: waits for ${party}, who must deliver by ${enDay(neededBy)}.`,
  blocked: (party, neededBy, root) =>
    `Held up: ${party} had to deliver by ${enDay(neededBy)} and did not` +
    (root === null ? '.' : `, because ${root} is behind.`),
  unheard: (days) => `There have been no figures for more than ${en(days)} days.`,
  silent: (last, age, days) =>
    `The last figures are about ${enDay(last)} and ${en(age)} days old; more than ${en(days)} days of silence count as no data.`,
  incomplete: (last, until) =>
    `Figures up to ${enDay(until)} are missing${last === null ? '' : `; they end on ${enDay(last)}`}.`,
  forecast: ({ low, mid, high }, deadline) =>
    `At this pace ${en(mid)} on ${enDay(deadline)} (between ${en(low)} and ${en(high)}).`,
  shortlyBehind: (days) => `Behind, but not yet for ${en(days)} days in a row.`,
  shortlyRecovered: (days) => `Caught up, but not yet for ${en(days)} days in a row.`,
  behind: (ratio, threshold) =>
    `${ratio === null ? 'That is' : `That is ${percent(ratio)} percent of what is expected,`} less than ${percent(threshold)} percent.`,
  exceeded: (allowed) => `More than the ${en(allowed)} allowed so far.`,
  reached: (isCap) => (isCap ? 'Not exceeded.' : 'Reached.'),
  passed: (deadline) => `The last day, ${enDay(deadline)}, has passed.`,
  shifted: (days, party) => `The term moved by ${en(days)} days, because ${party} delivered late.`,
};

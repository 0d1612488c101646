import type { Brand, CalendarDate, PartyId } from '@intekenboek/event-sourcing-core';

import { type DayNumber, dayNumber } from './day-number';
import { inOrder, type Step } from './steps';

export type ReportId = Brand<string, 'ReportId'>;

/** A creditor confirmed or disputed a report on a day; of one party the latest word counts. */
export interface Judgement {
  readonly partyId: PartyId;
  readonly isDispute: boolean;
  /** Since when, in event time. */
  readonly on: CalendarDate;
  readonly recordedOn: CalendarDate;
}

/** What was reported as realised. `recordedOn` shows that late data came late. */
export interface ProgressReport {
  readonly reportId: ReportId;
  /** An increase, or the level on that day, see `Counting`. */
  readonly amount: number;
  readonly realisedOn: CalendarDate;
  readonly recordedOn: CalendarDate;
  /** The earlier report that this one replaces. */
  readonly corrects: ReportId | null;
  readonly judgements: readonly Judgement[];
}

/** Amounts add up; of a share or percentage the last level counts. */
export type Counting = 'SUM' | 'LEVEL';

/** What is realised on a day. Disputed amounts stand apart and are not in `realised`. */
export interface Tally {
  /** Confirmed and not yet confirmed together. */
  readonly realised: number;
  readonly confirmed: number;
  readonly disputed: number;
  /** The last day that the reports speak of, disputed ones included. */
  readonly lastReportOn: DayNumber | null;
}

export const NOTHING_REPORTED: Tally = { realised: 0, confirmed: 0, disputed: 0, lastReportOn: null };

/**
 * What was known at the end of `knownOn`, of what happened up to and including `asOf`. A correction says what was
 * true all along, so what it replaces is left out for every day; who asks what was known before, gets the old one.
 */
export function reportsOf(
  reports: readonly ProgressReport[],
  asOf: CalendarDate,
  knownOn: CalendarDate | null,
): readonly ProgressReport[] {
  const isKnown = (recordedOn: CalendarDate) => knownOn === null || recordedOn <= knownOn;
  const known = reports.filter(({ recordedOn }) => isKnown(recordedOn));
  const replaced = new Set(known.map(({ corrects }) => corrects));
  return known
    .filter(({ reportId, realisedOn }) => !replaced.has(reportId) && realisedOn <= asOf)
    .map((report) => ({
      ...report,
      judgements: report.judgements.filter(({ on, recordedOn }) => on <= asOf && isKnown(recordedOn)),
    }));
}

type Standing = 'REPORTED' | 'CONFIRMED' | 'DISPUTED';

interface DatedReport {
  readonly realisedOn: DayNumber;
  readonly amount: number;
  readonly judgements: readonly {
    readonly partyId: PartyId;
    readonly isDispute: boolean;
    readonly on: DayNumber;
  }[];
}

/** The reports of one commitment with days as numbers, in order of realisation. */
export type DatedReports = readonly DatedReport[];

export const datedReports = (reports: readonly ProgressReport[]): DatedReports =>
  reports
    .map(({ realisedOn, amount, judgements }) => ({
      realisedOn: dayNumber(realisedOn),
      amount,
      judgements: judgements.map((judgement) => ({ ...judgement, on: dayNumber(judgement.on) })),
    }))
    .sort((a, b) => a.realisedOn - b.realisedOn);

/** What had been realised at the end of `upTo`, as it is judged on `judgedOn` by those to whom it is owed. */
export function tallyOf(
  reports: DatedReports,
  counting: Counting,
  upTo: DayNumber,
  judgedOn: DayNumber = upTo,
): Tally {
  let tally = NOTHING_REPORTED;
  for (const report of reports) {
    if (report.realisedOn > upTo) break;
    const standing = standingOf(report, judgedOn);
    tally = counting === 'SUM' ? added(tally, report, standing) : levelled(tally, report, standing);
  }
  return tally;
}

/** What is realised from day to day: a step on each day on which it changes. */
export function tallies(reports: DatedReports, counting: Counting): readonly Step<Tally>[] {
  const days = reports.flatMap(({ realisedOn, judgements }) => [
    realisedOn,
    ...judgements.map(({ on }) => on),
  ]);
  return inOrder(days).map((from) => ({ from, value: tallyOf(reports, counting, from) }));
}

function standingOf({ judgements }: DatedReport, day: DayNumber): Standing {
  const lastWord = new Map<PartyId, { on: DayNumber; isDispute: boolean }>();
  for (const { partyId, isDispute, on } of judgements) {
    if (on <= day && on >= (lastWord.get(partyId)?.on ?? on)) lastWord.set(partyId, { on, isDispute });
  }
  if (lastWord.size === 0) return 'REPORTED';
  return [...lastWord.values()].some(({ isDispute }) => isDispute) ? 'DISPUTED' : 'CONFIRMED';
}

function added(tally: Tally, { amount, realisedOn }: DatedReport, standing: Standing): Tally {
  const plus = (sum: number, counts: boolean) => (counts ? withoutDust(sum + amount) : sum);
  return {
    realised: plus(tally.realised, standing !== 'DISPUTED'),
    confirmed: plus(tally.confirmed, standing === 'CONFIRMED'),
    disputed: plus(tally.disputed, standing === 'DISPUTED'),
    lastReportOn: realisedOn,
  };
}

// A disputed level leaves the level before it standing; an undisputed one settles what was disputed before.
function levelled(tally: Tally, { amount, realisedOn }: DatedReport, standing: Standing): Tally {
  if (standing === 'DISPUTED') return { ...tally, disputed: amount, lastReportOn: realisedOn };
  return {
    realised: amount,
    confirmed: standing === 'CONFIRMED' ? amount : tally.confirmed,
    disputed: 0,
    lastReportOn: realisedOn,
  };
}

/** Sums of decimals without the dust of binary fractions: 0.1 + 0.2 is 0.3. */
export const withoutDust = (amount: number): number => Math.round(amount * 1e6) / 1e6;

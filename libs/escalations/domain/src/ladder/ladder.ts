import type { Validity } from '@intekenboek/reference-data-facts';

/** What may be decided on a rung (instrument). */
export const INSTRUMENTS = [
  'SUPPORT_TEAM',
  'KNOT_CUT',
  'EXTRA_MEANS',
  'RECOVERY_PLAN',
  'NORM_PERCENTAGE',
] as const;
export type Instrument = (typeof INSTRUMENTS)[number];

/**
 * Who decides on a rung, as a kind: those to whom the result is owed, or the municipality or province of the
 * territory, or the national programme office. Resolved to parties when the case is raised.
 */
export type Decides = 'CREDITORS' | 'MUNICIPALITY' | 'PROVINCE' | 'NATIONAL_PROGRAMME';

/** What happens when the term passes in silence: the case moves up as "not explained", or stays as overdue. */
export type OnSilence = 'MOVES_UP' | 'STAYS';

/** One step (trede) of the agreed route. The party that causes the lag must respond on every one of them. */
export interface AgreedRung {
  readonly number: number;
  readonly nameNl: string;
  readonly nameEn: string;
  readonly decides: Decides;
  readonly termWorkingDays: number;
  readonly onSilence: OnSilence;
  readonly instruments: readonly Instrument[];
}

/** One step (trede) of the statutory route. */
export interface StatutoryRung {
  readonly number: number;
  readonly nameNl: string;
  readonly nameEn: string;
  readonly acts: 'PROVINCE' | 'PROVINCE_AND_MUNICIPALITY' | 'PROVINCIAL_EXECUTIVE';
  /** Null while the term is to be confirmed against the province's own policy. */
  readonly termWorkingDays: number | null;
  readonly publication: 'NONE' | 'MUNICIPAL_GAZETTE_AND_COUNCIL';
}

/** A ladder (interventieladder) with the period in which cases are put on it. Cases keep the ladder they began on. */
export interface Ladder<Rung> extends Validity {
  readonly ladderId: string;
  readonly rungs: readonly Rung[];
  /** Where its steps and terms come from, and what is still to be confirmed. */
  readonly source: string;
}

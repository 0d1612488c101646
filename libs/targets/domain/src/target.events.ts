import type { Brand, CalendarDate, Message } from '@intekenboek/event-sourcing-core';

import type { Milestone } from './path';

// These names and fields are stored for good: change them only together with `target.codec.ts`.

export type TargetId = Brand<string, 'TargetId'>;

export type RealisationSource = 'RECORDED' | 'COMMITMENTS';

/** How a whole was split, with everything that is needed to split it again by hand. */
export type ApportionmentInputs =
  | {
      readonly strategy: 'STATUTORY_CEIL';
      readonly legalBasis: string;
      /** vg in the law: persons, national. */
      readonly nationalNumber: number;
      /** iN in the law. */
      readonly nationalInhabitants: number;
      /** The day the law names for the population. */
      readonly legalPopulationDate: CalendarDate;
      /** The day the figures are really of; another day only as an explained stand-in. */
      readonly populationDate: CalendarDate;
      readonly standInReason: string | null;
      readonly bordersOn: CalendarDate;
      readonly source: string;
    }
  | {
      readonly strategy: 'LARGEST_REMAINDER';
      readonly legalBasis: string;
      readonly weightName: string;
      readonly weightTotal: number;
      readonly source: string;
    }
  | { readonly strategy: 'EXPLICIT'; readonly legalBasis: string; readonly explanation: string };

/** One territory's part. `weight` is what it was computed from: inhabitants (iG), stock; null when explicit. */
export interface ApportionedPart {
  readonly territory: string;
  readonly weight: number | null;
  readonly quantity: number;
}

export interface TerritoryQuantity {
  readonly territory: string;
  readonly quantity: number;
}

export type TargetSet = Message<
  'TargetSet',
  {
    targetId: TargetId;
    name: string;
    resultKind: string;
    unit: string;
    territory: string;
    from: CalendarDate;
    until: CalendarDate;
    quantity: number;
    milestones: readonly Milestone[];
    realisedBy: RealisationSource;
    source: string;
    legalBasis: string | null;
  }
>;

/** The minister's number for a half-year (Huisvestingswet 2014, art. 29 paragraph 1 a). */
export type TaakstellingPublished = Message<
  'TaakstellingPublished',
  {
    targetId: TargetId;
    halfYear: string;
    persons: number;
    publishedOn: CalendarDate;
    /** Whether the thirteen weeks before the half-year were kept; recorded, not refused: the number binds anyway. */
    isPublishedInTime: boolean;
    from: CalendarDate;
    until: CalendarDate;
    source: string;
  }
>;

export type TargetApportioned = Message<
  'TargetApportioned',
  { targetId: TargetId; inputs: ApportionmentInputs; parts: readonly ApportionedPart[] }
>;

export type TargetRevised = Message<
  'TargetRevised',
  {
    targetId: TargetId;
    previousQuantity: number;
    quantity: number;
    reason: string;
    source: string;
    /** Split anew in the same way; null when the target was never split. */
    apportionment: { inputs: ApportionmentInputs; parts: readonly ApportionedPart[] } | null;
  }
>;

/** What was left undone before the period. Beside the number, never in it. Negative: an advance (voorsprong). */
export type BacklogRecorded = Message<
  'BacklogRecorded',
  {
    targetId: TargetId;
    on: CalendarDate;
    carriedOverFrom: TargetId | null;
    parts: readonly TerritoryQuantity[];
    source: string;
  }
>;

/** Cumulative from the start of the period up to and including `upTo`. */
export type RealisationRecorded = Message<
  'RealisationRecorded',
  { targetId: TargetId; upTo: CalendarDate; parts: readonly TerritoryQuantity[]; source: string }
>;

export type TargetEvent =
  | TargetSet
  | TaakstellingPublished
  | TargetApportioned
  | TargetRevised
  | BacklogRecorded
  | RealisationRecorded;

import type { CalendarDate, Message } from '@intekenboek/event-sourcing-core';

import type { TargetId } from './agreements.v1';

/** On this day so much must have been reached, counted from the start of the period. */
export interface Milestone {
  readonly on: CalendarDate;
  readonly cumulative: number;
}

/** How results are known: recorded by an authority (COA for a taakstelling), or summed from linked commitments. */
export type RealisationSource = 'RECORDED' | 'COMMITMENTS';

/** A part of the whole for one territory. */
export interface ApportionedPartV1 {
  readonly territory: string;
  readonly quantity: number;
}

/** A number that a territory must reach in a period. */
export type TargetSetV1 = Message<
  'targets.target-set.v1',
  {
    targetId: TargetId;
    name: string;
    resultKind: string;
    unit: string;
    territory: string;
    from: CalendarDate;
    until: CalendarDate;
    quantity: number;
    /** Empty: a straight line from nothing at the start to the whole at the end. */
    milestones: readonly Milestone[];
    realisedBy: RealisationSource;
    /** Which thresholds and which route: a statutory taakstelling only ever leads to proposals. */
    route: 'STATUTORY' | 'AGREED';
    /** For a taakstelling its half-year, for example 2022-H2. */
    halfYear: string | null;
  }
>;
/** The whole was split over territories. The sum need not equal the whole: see the strategy. */
export type TargetApportionedV1 = Message<
  'targets.target-apportioned.v1',
  { targetId: TargetId; strategy: string; parts: readonly ApportionedPartV1[] }
>;
/** The whole was changed after publication, and split anew where it was split. */
export type TargetRevisedV1 = Message<
  'targets.target-revised.v1',
  { targetId: TargetId; quantity: number; parts: readonly ApportionedPartV1[] }
>;
/** What was left undone before, beside the new number and never in it; negative is an advance (voorsprong). */
export type BacklogRecordedV1 = Message<
  'targets.backlog-recorded.v1',
  { targetId: TargetId; on: CalendarDate; parts: readonly ApportionedPartV1[] }
>;
/** What was reached up to and including a day, counted from the start of the period, per territory. */
export type RealisationRecordedV1 = Message<
  'targets.realisation-recorded.v1',
  { targetId: TargetId; upTo: CalendarDate; parts: readonly ApportionedPartV1[] }
>;

export type TargetIntegrationEvent =
  TargetSetV1 | TargetApportionedV1 | TargetRevisedV1 | BacklogRecordedV1 | RealisationRecordedV1;

import type { CalendarDate, Command } from '@intekenboek/event-sourcing-core';

import type { Milestone } from './path';
import type { RealisationSource, TargetId, TerritoryQuantity } from './target.events';

export type SetTarget = Command<
  'SetTarget',
  {
    targetId: TargetId;
    name: string;
    resultKind: string;
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

/** Publishes the national number and splits it at once, as art. 29 has it. */
export type PublishTaakstelling = Command<
  'PublishTaakstelling',
  {
    targetId: TargetId;
    halfYear: string;
    persons: number;
    publishedOn: CalendarDate;
    source: string;
    /** Only when the population of the legal day is not known here: another day, and why that is acceptable. */
    standIn: { populationDate: CalendarDate; reason: string } | null;
  }
>;

export type ApportionmentWish =
  | { readonly strategy: 'LARGEST_REMAINDER'; readonly legalBasis: string; readonly weight: 'POPULATION' }
  | {
      readonly strategy: 'EXPLICIT';
      readonly legalBasis: string;
      readonly explanation: string;
      readonly parts: readonly TerritoryQuantity[];
    };

export type ApportionTarget = Command<'ApportionTarget', { targetId: TargetId; wish: ApportionmentWish }>;

export type ReviseTarget = Command<
  'ReviseTarget',
  {
    targetId: TargetId;
    quantity: number;
    reason: string;
    source: string;
    /** Needed only for a target that was split explicitly. */
    parts: readonly TerritoryQuantity[] | null;
  }
>;

/** What was left of the earlier target stands beside `data`, because it is looked up and not wished for. */
export type CarryOverBacklog = Command<
  'CarryOverBacklog',
  { targetId: TargetId; previousTargetId: TargetId }
> & { readonly previous: readonly TerritoryQuantity[] };

export type RecordBacklog = Command<
  'RecordBacklog',
  { targetId: TargetId; parts: readonly TerritoryQuantity[]; source: string }
>;

export type RecordRealisation = Command<
  'RecordRealisation',
  { targetId: TargetId; upTo: CalendarDate; parts: readonly TerritoryQuantity[]; source: string }
>;

export type TargetCommand =
  | SetTarget
  | PublishTaakstelling
  | ApportionTarget
  | ReviseTarget
  | CarryOverBacklog
  | RecordBacklog
  | RecordRealisation;

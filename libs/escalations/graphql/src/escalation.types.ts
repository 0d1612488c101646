import type { CalendarDate } from '@intekenboek/event-sourcing-core';
import type { Route } from '@intekenboek/escalations-domain';
import type { CaseStatus } from '@intekenboek/escalations-read-model';
import { CalendarDateScalar, connectionType } from '@intekenboek/platform-nest';
import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';

import {
  EscalationDecisionType,
  EscalationHistoryEntryType,
  EscalationResponseType,
  PlacementDecisionType,
  PlacementProposalType,
} from './case-acts.types';
import {
  EscalationCauseType,
  EscalationLadderType,
  EscalationPartyType,
  EscalationSubjectType,
  WordsType,
} from './case-parts.types';
import {
  type EscalationAction,
  EscalationActionEnum,
  EscalationRouteEnum,
  EscalationStatusEnum,
} from './escalation.enums';

@ObjectType('EscalationEvidence', {
  description: 'A verdict on which the case rests, whole, so that anyone can make it again (oordeel).',
})
export class EscalationEvidenceType {
  @Field(() => EscalationSubjectType, { description: 'On what (onderwerp).' })
  readonly subject!: EscalationSubjectType;

  @Field(() => CalendarDateScalar, { description: 'As of which day (peildatum).' })
  readonly asOf!: CalendarDate;

  @Field(() => String, { description: 'The state, such as LAGGING or BLOCKED (oordeel).' })
  readonly state!: string;

  @Field(() => Float, { description: 'Expected by that day, in `unit` (verwacht).' })
  readonly expected!: number;

  @Field(() => Float, { nullable: true, description: 'Reported and not disputed (gerealiseerd).' })
  readonly realised!: number | null;

  @Field(() => Float, { nullable: true, description: 'Confirmed by those to whom it is owed (bevestigd).' })
  readonly confirmed!: number | null;

  @Field(() => Float, { nullable: true, description: 'Disputed by them (betwist).' })
  readonly disputed!: number | null;

  @Field(() => Float, { nullable: true, description: 'Realised through expected (verhouding).' })
  readonly ratio!: number | null;

  @Field(() => Float, { nullable: true, description: 'Foreseen at the deadline (prognose).' })
  readonly forecast!: number | null;

  @Field(() => String, { description: 'Code of the unit (eenheid).' })
  readonly unit!: string;

  @Field(() => String, { description: 'Which version of the thresholds was used (regelversie).' })
  readonly ruleVersion!: string;

  @Field(() => Boolean, {
    description:
      'Whether small counts of persons were hidden or rounded, because you are no party to them (onderdrukt).',
  })
  readonly isSuppressed!: boolean;

  @Field(() => String, {
    nullable: true,
    description:
      'All inputs as JSON: path, reports, thresholds, conditions; null where counts are hidden (invoer van het oordeel).',
  })
  readonly inputs!: string | null;
}

@ObjectType('Escalation', { description: 'A case about something that lags (escalatie).' })
export class EscalationType {
  @Field(() => ID, { description: 'Its id, a UUID made of what it is about (kenmerk).' })
  readonly id!: string;

  @Field(() => Int, { description: 'The place of its last change, counted from 0 (revisie).' })
  readonly revision!: number;

  @Field(() => EscalationRouteEnum, { description: 'On which ladder (route).' })
  readonly route!: Route;

  @Field(() => EscalationStatusEnum, { description: 'What has become of it (stand).' })
  readonly status!: CaseStatus;

  @Field(() => Boolean, { description: 'Whether someone must act or recovery is awaited (open).' })
  readonly isOpen!: boolean;

  @Field(() => WordsType, { description: 'What is the matter and what comes next (samenvatting).' })
  readonly summary!: WordsType;

  @Field(() => EscalationSubjectType, { description: 'What lags (onderwerp).' })
  readonly subject!: EscalationSubjectType;

  @Field(() => [EscalationSubjectType], {
    description: 'What else lags because of it: one cause is one case (wat erop wacht).',
  })
  readonly waitingSubjects!: readonly EscalationSubjectType[];

  @Field(() => String, {
    description: 'The half-year in which it was raised, or that was missed, such as 2026-H2 (periode).',
  })
  readonly period!: string;

  @Field(() => ID, { description: 'GM…., PV.. or NL (gebied).' })
  readonly territory!: string;

  @Field(() => ID, { nullable: true, description: 'The province that supervises (provincie).' })
  readonly province!: string | null;

  @Field(() => EscalationCauseType, {
    nullable: true,
    description: 'Why it lags; null on the statutory route, which counts misses (oorzaak).',
  })
  readonly cause!: EscalationCauseType | null;

  @Field(() => EscalationPartyType, { description: 'Who must explain, or may (wie reageert).' })
  readonly respondingParty!: EscalationPartyType;

  @Field(() => [EscalationPartyType], {
    description: 'Who owes it, to whom it is owed, and who waits for it (betrokken partijen).',
  })
  readonly concernedParties!: readonly EscalationPartyType[];

  @Field(() => [EscalationPartyType], { description: 'Who must decide now (wie nu beslist).' })
  readonly decidingParties!: readonly EscalationPartyType[];

  @Field(() => EscalationLadderType, { description: 'The ladder with its rungs (interventieladder).' })
  readonly ladder!: EscalationLadderType;

  @Field(() => Int, {
    nullable: true,
    description: 'The rung on which it stands; null for a proposal and when it was set aside (trede).',
  })
  readonly rung!: number | null;

  @Field(() => CalendarDateScalar, {
    nullable: true,
    description: 'Last day to respond and decide; null when no term runs (einde termijn).',
  })
  readonly termEndsOn!: CalendarDate | null;

  @Field(() => Boolean, { description: 'Whether the party that must respond explained (toegelicht).' })
  readonly isExplained!: boolean;

  @Field(() => Boolean, { description: 'Whether the term of the last rung passed (over de termijn).' })
  readonly isOverdue!: boolean;

  @Field(() => CalendarDateScalar, { description: 'The day it was raised or proposed (geopend op).' })
  readonly raisedOn!: CalendarDate;

  @Field(() => [EscalationEvidenceType], { description: 'The verdicts on which it rests (onderbouwing).' })
  readonly evidence!: readonly EscalationEvidenceType[];

  @Field(() => EscalationResponseType, { nullable: true, description: 'The last explanation (reactie).' })
  readonly response!: EscalationResponseType | null;

  @Field(() => EscalationDecisionType, { nullable: true, description: 'The decision (besluit).' })
  readonly decision!: EscalationDecisionType | null;

  @Field(() => PlacementProposalType, {
    nullable: true,
    description: 'On the statutory route, what is proposed and why (voorstel tot plaatsing).',
  })
  readonly proposal!: PlacementProposalType | null;

  @Field(() => PlacementDecisionType, {
    nullable: true,
    description: 'On the statutory route, what the province decided (besluit provincie).',
  })
  readonly placement!: PlacementDecisionType | null;

  @Field(() => CalendarDateScalar, {
    nullable: true,
    description: 'The day on which its ground had gone (opgelost op).',
  })
  readonly resolvedOn!: CalendarDate | null;

  @Field(() => [EscalationHistoryEntryType], { description: 'All that happened, oldest first (verloop).' })
  readonly history!: readonly EscalationHistoryEntryType[];

  @Field(() => [EscalationActionEnum], {
    description: 'What you may do now, for your party and in your roles (wat u nu kunt doen).',
  })
  readonly actions!: readonly EscalationAction[];
}

export const EscalationConnection = connectionType(EscalationType, 'Escalation');

/** Its cases are looked up when they are asked for: see `MunicipalityEscalationsResolver`. */
@ObjectType('OpenEscalations', {
  description: 'Open cases of a municipality of which you may know (openstaande escalaties).',
})
export class OpenEscalationsType {
  @Field(() => ID, { description: 'The municipality (gemeentecode).' })
  readonly territory!: string;

  @Field(() => Int, { description: 'How many (aantal).' })
  readonly total!: number;

  @Field(() => Int, { description: 'Of them on the agreed route (afgesproken route).' })
  readonly agreed!: number;

  @Field(() => Int, { description: 'Of them proposals on the statutory route (wettelijke route).' })
  readonly statutory!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'The rung of the statutory ladder on which the province placed it last (huidige trede).',
  })
  readonly placedOnRung!: number | null;
}

import type { CalendarDate, Instant } from '@intekenboek/event-sourcing-core';
import type { Instrument } from '@intekenboek/escalations-domain';
import { CalendarDateScalar, InstantScalar } from '@intekenboek/platform-nest';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';

import { EscalationPartyType, WordsType } from './case-parts.types';
import { EscalationInstrumentEnum, type EscalationStep, EscalationStepEnum } from './escalation.enums';

@ObjectType('EscalationReason', { description: 'A reason in comply-or-explain (reden).' })
export class EscalationReasonType {
  @Field(() => String, { description: 'Its code (code).' })
  readonly code!: string;

  @Field(() => WordsType, { description: 'What it says (omschrijving).' })
  readonly name!: WordsType;

  @Field(() => Int, { description: 'Characters of explanation that it needs at least (minimale lengte).' })
  readonly textLengthMin!: number;
}

@ObjectType('EscalationResponse', { description: 'The last explanation (reactie, pas toe of leg uit).' })
export class EscalationResponseType {
  @Field(() => EscalationPartyType, { description: 'Who explained (partij).' })
  readonly party!: EscalationPartyType;

  @Field(() => String, { description: 'Code of the reason (reden).' })
  readonly reasonCode!: string;

  @Field(() => WordsType, { description: 'The reason in words (omschrijving van de reden).' })
  readonly reason!: WordsType;

  @Field(() => String, { description: 'The explanation (toelichting).' })
  readonly text!: string;

  @Field(() => String, { nullable: true, description: 'Where the proof can be found (bewijs).' })
  readonly evidenceReference!: string | null;

  @Field(() => CalendarDateScalar, {
    nullable: true,
    description: 'By when the party expects to have recovered (hersteld op).',
  })
  readonly recoveryOn!: CalendarDate | null;

  @Field(() => InstantScalar, { description: 'When it happened in the world (moment van gebeuren).' })
  readonly effectiveAt!: Instant;
}

@ObjectType('EscalationDecision', { description: 'What was decided on a rung (besluit).' })
export class EscalationDecisionType {
  @Field(() => EscalationPartyType, { description: 'Who decided (partij).' })
  readonly party!: EscalationPartyType;

  @Field(() => Int, { description: 'On which rung (trede).' })
  readonly rung!: number;

  @Field(() => EscalationInstrumentEnum, { description: 'What was decided (instrument).' })
  readonly instrument!: Instrument;

  @Field(() => String, { description: 'Why (motivering).' })
  readonly reasons!: string;

  @Field(() => CalendarDateScalar, { nullable: true, description: 'The term for recovery (hersteltermijn).' })
  readonly recoverBy!: CalendarDate | null;

  @Field(() => InstantScalar, { description: 'When it happened in the world (moment van gebeuren).' })
  readonly effectiveAt!: Instant;
}

@ObjectType('PlacementProposal', {
  description: 'Why the register proposes a rung on the statutory ladder (voorstel tot plaatsing).',
})
export class PlacementProposalType {
  @Field(() => Int, { description: 'The rung; the province may decide on a lower one (voorgestelde trede).' })
  readonly rung!: number;

  @Field(() => [String], {
    description: 'Half-years missed in a row, excused ones left out (gemiste halfjaren).',
  })
  readonly missedPeriods!: readonly string[];

  @Field(() => Int, {
    nullable: true,
    description: 'Where the province placed it last in this series (vorige trede).',
  })
  readonly previousRung!: number | null;

  @Field(() => String, { description: 'Where the criterion comes from (bron van het criterium).' })
  readonly criterionSource!: string;
}

@ObjectType('PlacementDecision', {
  description: 'What the province did with a proposal (besluit provincie).',
})
export class PlacementDecisionType {
  @Field(() => EscalationPartyType, { description: 'The province (provincie).' })
  readonly party!: EscalationPartyType;

  @Field(() => Int, { nullable: true, description: 'The rung; null when it was set aside (trede).' })
  readonly rung!: number | null;

  @Field(() => String, { description: 'Why (motivering).' })
  readonly reason!: string;

  @Field(() => Boolean, {
    description: 'Set aside because the miss is not held against it; its rung is frozen (verschoonbaar).',
  })
  readonly isExcusable!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'Where it was published: Gemeentewet art. 124 paragraph 4 (bekendmaking).',
  })
  readonly publicationReference!: string | null;

  @Field(() => InstantScalar, { description: 'When it happened in the world (moment van gebeuren).' })
  readonly effectiveAt!: Instant;
}

@ObjectType('EscalationHistoryEntry', { description: 'Who did what in a case, and when (gebeurtenis).' })
export class EscalationHistoryEntryType {
  @Field(() => Int, { description: 'Its place in the case, from 0 (volgnummer).' })
  readonly revision!: number;

  @Field(() => EscalationStepEnum, { description: 'Which step (stap).' })
  readonly step!: EscalationStep;

  @Field(() => WordsType, { description: 'What happened, in words (in woorden).' })
  readonly words!: WordsType;

  @Field(() => EscalationPartyType, { description: 'For which party (namens).' })
  readonly party!: EscalationPartyType;

  @Field(() => ID, {
    description: 'Who, as an opaque id and never a name; `policy` is the register itself (persoon).',
  })
  readonly personId!: string;

  @Field(() => InstantScalar, { description: 'When it happened in the world (moment van gebeuren).' })
  readonly effectiveAt!: Instant;

  @Field(() => InstantScalar, { description: 'When it was recorded (moment van vastleggen).' })
  readonly recordedAt!: Instant;
}

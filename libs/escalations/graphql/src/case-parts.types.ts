import type { CalendarDate, PartyId } from '@intekenboek/event-sourcing-core';
import type { Cause, Instrument, OnSilence, Subject } from '@intekenboek/escalations-domain';
import { CalendarDateScalar } from '@intekenboek/platform-nest';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';

import {
  EscalationCauseKindEnum,
  EscalationInstrumentEnum,
  EscalationRungStateEnum,
  EscalationSubjectKindEnum,
  type RungState,
} from './escalation.enums';

@ObjectType('EscalationWords', { description: 'The same in both languages (tekst).' })
export class WordsType {
  @Field(() => String, { description: 'In Dutch (Nederlands).' })
  readonly nl!: string;

  @Field(() => String, { description: 'In English (Engels).' })
  readonly en!: string;
}

@ObjectType('EscalationParty', { description: 'A party as a case names it (partij).' })
export class EscalationPartyType {
  @Field(() => ID, { description: 'Its own id, a UUID (kenmerk van de partij).' })
  readonly id!: PartyId;

  @Field(() => String, { description: 'Its name; its id when nobody registered it (naam).' })
  readonly name!: string;

  @Field(() => String, { nullable: true, description: 'What kind of body, one of PartyKind (soort).' })
  readonly kind!: string | null;
}

@ObjectType('EscalationSubject', {
  description: 'What lags: a promise, or one territory’s part of a target (onderwerp).',
})
export class EscalationSubjectType {
  @Field(() => EscalationSubjectKindEnum, { description: 'Which of the two (soort).' })
  readonly kind!: Subject['kind'];

  @Field(() => String, { description: 'The text of the promise, or the name of the target (titel).' })
  readonly title!: string;

  @Field(() => ID, { nullable: true, description: 'The agreement that it stands in (prestatieafspraken).' })
  readonly agreementId!: string | null;

  @Field(() => String, { nullable: true, description: 'Title of that agreement (titel).' })
  readonly agreementTitle!: string | null;

  @Field(() => ID, { nullable: true, description: 'The promise (afspraak).' })
  readonly commitmentId!: string | null;

  @Field(() => ID, { nullable: true, description: 'The target (opgave).' })
  readonly targetId!: string | null;

  @Field(() => ID, { nullable: true, description: 'Of a target, whose part it is (gebied).' })
  readonly territory!: string | null;
}

@ObjectType('EscalationCause', { description: 'Why it lags and whose lag it is (oorzaak).' })
export class EscalationCauseType {
  @Field(() => EscalationCauseKindEnum, { description: 'Its own lag, or others wait for it (soort).' })
  readonly kind!: Cause['kind'];

  @Field(() => EscalationPartyType, { description: 'Whose lag it is (veroorzaker).' })
  readonly party!: EscalationPartyType;

  @Field(() => [EscalationSubjectType], {
    description:
      'From a promise that waits to the one that everything waits for; empty for an own lag (keten van voorwaarden).',
  })
  readonly chain!: readonly EscalationSubjectType[];
}

@ObjectType('EscalationRung', { description: 'One step of the ladder (trede).' })
export class EscalationRungType {
  @Field(() => Int, { description: 'Its number, from 1 (nummer).' })
  readonly number!: number;

  @Field(() => WordsType, { description: 'What it is called (naam).' })
  readonly name!: WordsType;

  @Field(() => EscalationRungStateEnum, { description: 'Where the case stands in relation to it (stand).' })
  readonly state!: RungState;

  @Field(() => [EscalationPartyType], { description: 'Who decides here (wie beslist).' })
  readonly decidingParties!: readonly EscalationPartyType[];

  @Field(() => Int, {
    nullable: true,
    description: 'Working days to respond and decide; null while it is to be confirmed (termijn, werkdagen).',
  })
  readonly termWorkingDays!: number | null;

  @Field(() => CalendarDateScalar, {
    nullable: true,
    description: 'Last day of the term, on the rung where the case stands (einde termijn).',
  })
  readonly termEndsOn!: CalendarDate | null;

  @Field(() => String, {
    nullable: true,
    description:
      'What follows on silence: MOVES_UP as not explained, or STAYS as overdue; null on the statutory route, where nothing follows by itself (bij stilte).',
  })
  readonly onSilence!: OnSilence | null;

  @Field(() => [EscalationInstrumentEnum], { description: 'What may be decided here (instrumenten).' })
  readonly instruments!: readonly Instrument[];

  @Field(() => Boolean, {
    description:
      'Whether the decision is published and sent to the council: Gemeentewet art. 124 (bekendmaking).',
  })
  readonly isPublished!: boolean;
}

@ObjectType('EscalationLadder', { description: 'The steps that the case may take (interventieladder).' })
export class EscalationLadderType {
  @Field(() => ID, { description: 'Which ladder, with its version (ladder).' })
  readonly id!: string;

  @Field(() => String, { description: 'Where its steps and terms come from (bron).' })
  readonly source!: string;

  @Field(() => [EscalationRungType], { description: 'The steps from low to high (treden).' })
  readonly rungs!: readonly EscalationRungType[];
}

import type { AgreementKind, Visibility } from '@intekenboek/agreements-domain';
import type { AgreementStatus, AgreementStep } from '@intekenboek/agreements-read-model';
import type { CalendarDate, Instant, PartyId } from '@intekenboek/event-sourcing-core';
import { CalendarDateScalar, connectionType, InstantScalar } from '@intekenboek/platform-nest';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';

import {
  AgreementKindEnum,
  AgreementStatusEnum,
  AgreementStepEnum,
  AgreementVisibilityEnum,
  type SignatureState,
  SignatureStateEnum,
} from './agreement.enums';

/** Name and kind are looked up when they are asked for: see `AgreementPartyResolver`. */
@ObjectType('AgreementParty', { description: 'A party as an agreement names it (partij).' })
export class AgreementPartyType {
  @Field(() => ID, { description: 'Its own id, a UUID (kenmerk van de partij).' })
  readonly id!: PartyId;
}

@ObjectType('AgreementSignature', { description: 'What one party answered to the text (handtekening).' })
export class SignatureType {
  @Field(() => AgreementPartyType, { description: 'The party (partij).' })
  readonly party!: AgreementPartyType;

  @Field(() => SignatureStateEnum, { description: 'What it answered (stand).' })
  readonly state!: SignatureState;

  @Field(() => CalendarDateScalar, {
    nullable: true,
    description: 'The day on which it was signed (ondertekend op).',
  })
  readonly signedOn!: CalendarDate | null;

  @Field(() => String, { nullable: true, description: 'Why it declined (redenen).' })
  readonly reasons!: string | null;

  @Field(() => InstantScalar, {
    nullable: true,
    description: 'When it happened in the world (moment van gebeuren).',
  })
  readonly effectiveAt!: Instant | null;

  @Field(() => InstantScalar, {
    nullable: true,
    description: 'When it was recorded (moment van vastleggen).',
  })
  readonly recordedAt!: Instant | null;
}

@ObjectType('AgreementStepTaken', { description: 'A step that was taken, with who took it (stap).' })
export class StepType {
  @Field(() => AgreementStepEnum, { description: 'Which step (stap).' })
  readonly step!: AgreementStep;

  @Field(() => AgreementPartyType, {
    nullable: true,
    description: 'Who took it; null when it followed by itself (door wie).',
  })
  readonly party!: AgreementPartyType | null;

  @Field(() => Int, { nullable: true, description: 'Of which version of the text (tekstversie).' })
  readonly textVersion!: number | null;

  @Field(() => String, { nullable: true, description: 'Why (reden).' })
  readonly reason!: string | null;

  @Field(() => InstantScalar, { description: 'When it happened in the world (moment van gebeuren).' })
  readonly effectiveAt!: Instant;

  @Field(() => InstantScalar, { description: 'When it was recorded (moment van vastleggen).' })
  readonly recordedAt!: Instant;
}

@ObjectType('TenantsDecline', { description: 'That tenants do not take part (huurders doen niet mee).' })
export class TenantsDeclineType {
  @Field(() => AgreementPartyType, {
    nullable: true,
    description: 'The organisation that declined; null when there is none (huurdersorganisatie).',
  })
  readonly party!: AgreementPartyType | null;

  @Field(() => String, { description: 'Why (reden).' })
  readonly reason!: string;
}

@ObjectType('CommitmentCondition', {
  description:
    'One commitment is due only once another, owed by another party, is delivered (wederkerigheid, voorwaarde).',
})
export class ConditionType {
  @Field(() => ID, { description: 'Its id (kenmerk).' })
  readonly id!: string;

  @Field(() => ID, { description: 'The commitment that waits (afhankelijke afspraak).' })
  readonly dependentId!: string;

  @Field(() => ID, { description: 'The commitment that it waits for (voorafgaande afspraak).' })
  readonly prerequisiteId!: string;

  @Field(() => CalendarDateScalar, { description: 'By which day it is needed (nodig op).' })
  readonly neededBy!: CalendarDate;
}

/** Its commitments and its canonical text are looked up when they are asked for: see `AgreementResolver`. */
@ObjectType('Agreement', { description: 'What several parties sign together (prestatieafspraken).' })
export class AgreementType {
  @Field(() => ID, { description: 'Its id, a UUID (kenmerk).' })
  readonly id!: string;

  @Field(() => Int, { description: 'The place of its last change, counted from 0 (revisie).' })
  readonly revision!: number;

  @Field(() => AgreementStatusEnum, { description: 'Where it stands (status).' })
  readonly status!: AgreementStatus;

  @Field(() => AgreementKindEnum, { description: 'Between whom (soort).' })
  readonly kind!: AgreementKind;

  @Field(() => String, { description: 'Its title (titel).' })
  readonly title!: string;

  @Field(() => CalendarDateScalar, { description: 'First day of its term (looptijd vanaf).' })
  readonly from!: CalendarDate;

  @Field(() => CalendarDateScalar, { description: 'Last day of its term (looptijd tot en met).' })
  readonly until!: CalendarDate;

  @Field(() => AgreementVisibilityEnum, { description: 'Who may read it once in force (openbaarheid).' })
  readonly visibility!: Visibility;

  @Field(() => String, { nullable: true, description: 'On which law it rests (wettelijke grondslag).' })
  readonly legalBasis!: string | null;

  @Field(() => [AgreementPartyType], { description: 'Who signs it (ondertekenaars).' })
  readonly signatories!: readonly AgreementPartyType[];

  @Field(() => Int, { description: 'How often a text was proposed; 0 before the first (tekstversie).' })
  readonly textVersion!: number;

  @Field(() => String, {
    nullable: true,
    description:
      'SHA-256 of `canonicalText` at the time of proposing: what a signature covers; null in a draft (inhoudshash).',
  })
  readonly contentHash!: string | null;

  @Field(() => CalendarDateScalar, { nullable: true, description: 'When it was proposed (voorgelegd op).' })
  readonly proposedOn!: CalendarDate | null;

  @Field(() => [SignatureType], {
    description: 'What each signatory answered to the text; empty in a draft (handtekeningen).',
  })
  readonly signatures!: readonly SignatureType[];

  @Field(() => [AgreementPartyType], {
    description: 'Signatories that have not answered the text yet (wacht op).',
  })
  readonly waitingFor!: readonly AgreementPartyType[];

  @Field(() => CalendarDateScalar, { nullable: true, description: 'Since when it binds (van kracht sinds).' })
  readonly inForceFrom!: CalendarDate | null;

  @Field(() => [ConditionType], { description: 'What waits for what (voorwaarden).' })
  readonly conditions!: readonly ConditionType[];

  @Field(() => String, {
    nullable: true,
    description: 'Why only one party owes something (toelichting op eenzijdigheid).',
  })
  readonly oneSidedness!: string | null;

  @Field(() => [TenantsDeclineType], { description: 'That tenants do not take part, and why (huurders).' })
  readonly tenantsDeclines!: readonly TenantsDeclineType[];

  @Field(() => [StepType], {
    description: 'Its life so far, oldest first; outsiders see the way of the text in force (verloop).',
  })
  readonly steps!: readonly StepType[];
}

export const AgreementConnection = connectionType(AgreementType, 'Agreement');

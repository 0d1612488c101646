import type { EscalationId, Instrument, Route } from '@intekenboek/escalations-domain';
import type { CaseStatus, WaitingRole } from '@intekenboek/escalations-read-model';
import type { CalendarDate } from '@intekenboek/event-sourcing-core';
import { CalendarDateScalar, CommandInput, RootPageArgs } from '@intekenboek/platform-nest';
import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import { Allow, IsBoolean, IsIn, IsInt, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';

import {
  EscalationInstrumentEnum,
  EscalationRoleEnum,
  EscalationRouteEnum,
  EscalationStatusEnum,
} from './escalation.enums';

const CODE_LENGTH_MAX = 40;

@InputType({ isAbstract: true })
abstract class OfCaseInput extends CommandInput {
  @Field(() => ID, { description: 'The case (escalatie), a UUID.' })
  @IsUUID()
  readonly escalationId!: EscalationId;
}

@InputType({ description: 'Comply or explain (reactie).' })
export class RespondToEscalationInput extends OfCaseInput {
  @Field(() => String, { description: 'Code of the reason: see `escalationReasons` (reden).' })
  @IsString()
  @MaxLength(CODE_LENGTH_MAX)
  readonly reasonCode!: string;

  @Field(() => String, {
    description: 'The explanation, without names or numbers of persons: it is kept for good (toelichting).',
  })
  @IsString()
  readonly text!: string;

  @Field(() => String, { nullable: true, description: 'Where the proof can be found (bewijs).' })
  @IsOptional()
  @IsString()
  readonly evidenceReference?: string | null;

  @Field(() => CalendarDateScalar, {
    nullable: true,
    description: 'By when you expect to have recovered; after today (hersteld op).',
  })
  @Allow()
  readonly recoveryOn?: CalendarDate | null;
}

@InputType({ description: 'The view of another party concerned (zienswijze).' })
export class GiveViewOnEscalationInput extends OfCaseInput {
  @Field(() => String, {
    description: 'The view, without names or numbers of persons: it is kept for good (zienswijze).',
  })
  @IsString()
  readonly text!: string;
}

@InputType({ description: 'A decision on the rung where the case stands (besluit).' })
export class DecideEscalationInput extends OfCaseInput {
  @Field(() => EscalationInstrumentEnum, { description: 'One that the rung allows (instrument).' })
  @IsIn(Object.keys(EscalationInstrumentEnum))
  readonly instrument!: Instrument;

  @Field(() => String, { description: 'Why, in 20 characters at least (motivering).' })
  @IsString()
  readonly reasons!: string;

  @Field(() => CalendarDateScalar, {
    nullable: true,
    description: 'A term for recovery; after today (hersteltermijn).',
  })
  @Allow()
  readonly recoverBy?: CalendarDate | null;
}

@InputType({ description: 'The province decides on a rung (vaststelling van de plaatsing).' })
export class AcceptPlacementInput extends OfCaseInput {
  @Field(() => Int, { description: 'The proposed rung or a lower one (trede).' })
  @IsInt()
  readonly rung!: number;

  @Field(() => String, { description: 'Why, in 20 characters at least (motivering).' })
  @IsString()
  readonly reason!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Where intention or decision was published: Gemeentewet art. 124 (bekendmaking).',
  })
  @IsOptional()
  @IsString()
  readonly publicationReference?: string | null;
}

@InputType({ description: 'The province sets a proposal aside (terzijdelegging).' })
export class SetAsidePlacementInput extends OfCaseInput {
  @Field(() => String, { description: 'Why, in 20 characters at least (motivering).' })
  @IsString()
  readonly reason!: string;

  @Field(() => Boolean, {
    description:
      'Whether the miss is not held against the municipality, so that its rung is frozen (verschoonbaar).',
  })
  @IsBoolean()
  readonly isExcusable!: boolean;

  @Field(() => String, { nullable: true, description: 'Where it was published (bekendmaking).' })
  @IsOptional()
  @IsString()
  readonly publicationReference?: string | null;
}

@ArgsType()
export class EscalationsWaitingArgs extends RootPageArgs {
  @Field(() => EscalationRoleEnum, {
    defaultValue: 'ALL',
    description: 'What your party must do about them (rol).',
  })
  @IsIn(Object.keys(EscalationRoleEnum))
  readonly role: WaitingRole = 'ALL';
}

@ArgsType()
export class EscalationsArgs extends RootPageArgs {
  @Field(() => EscalationStatusEnum, { nullable: true, description: 'Only these (stand).' })
  @IsOptional()
  @IsIn(Object.keys(EscalationStatusEnum))
  readonly status?: CaseStatus | null;

  @Field(() => Boolean, { nullable: true, description: 'Only open ones, or only closed ones (open).' })
  @IsOptional()
  @IsBoolean()
  readonly isOpen?: boolean | null;

  @Field(() => EscalationRouteEnum, { nullable: true, description: 'Only on this ladder (route).' })
  @IsOptional()
  @IsIn(Object.keys(EscalationRouteEnum))
  readonly route?: Route | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Only of this municipality, or of this province with all its municipalities (gebied).',
  })
  @IsOptional()
  @IsString()
  @MaxLength(6)
  readonly territory?: string | null;
}

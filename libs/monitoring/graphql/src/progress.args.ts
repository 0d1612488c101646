import type { CalendarDate } from '@intekenboek/event-sourcing-core';
import type { ProgressState } from '@intekenboek/monitoring-domain';
import type { Side } from '@intekenboek/monitoring-read-model';
import { CalendarDateScalar, RootPageArgs, type WaitForArgs, WaitForField } from '@intekenboek/platform-nest';
import { ArgsType, Field, ID } from '@nestjs/graphql';
import { IsIn, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';

import { CommitmentSideEnum, ProgressStateEnum } from './progress.enums';

const onADay = {
  nullable: true,
  description: 'From what had happened by the end of this day; today when left out (peildatum).',
} as const;

@ArgsType()
export class MyCommitmentsArgs extends RootPageArgs {
  @Field(() => CommitmentSideEnum, { description: 'What you owe, or what is owed to you (kant).' })
  @IsIn(Object.values(CommitmentSideEnum))
  readonly side!: Side;

  @Field(() => CalendarDateScalar, onADay)
  @IsOptional()
  readonly asOf?: CalendarDate | null;

  @Field(() => ProgressStateEnum, { nullable: true, description: 'Only those in this state (stand).' })
  @IsOptional()
  readonly state?: ProgressState | null;
}

/** A field below a territory that can be asked for a day and for one target. */
@ArgsType()
export class ProgressArgs {
  @Field(() => CalendarDateScalar, onADay)
  @IsOptional()
  readonly asOf?: CalendarDate | null;

  @Field(() => ID, { nullable: true, description: 'Only this target (opgave).' })
  @IsOptional()
  @IsUUID()
  readonly targetId?: string | null;
}

@ArgsType()
export class NationOverviewArgs extends ProgressArgs implements WaitForArgs {
  @WaitForField()
  readonly waitFor?: string | null;
}

@ArgsType()
export class ProvinceOverviewArgs extends NationOverviewArgs {
  @Field(() => ID, { description: 'PV20 to PV31 (provinciecode).' })
  @IsString()
  @MaxLength(10)
  readonly provinceCode!: string;
}

@ArgsType()
export class TargetOverviewArgs implements WaitForArgs {
  @Field(() => ID, { description: 'The target (opgave).' })
  @IsUUID()
  readonly targetId!: string;

  @Field(() => CalendarDateScalar, onADay)
  @IsOptional()
  readonly asOf?: CalendarDate | null;

  @WaitForField()
  readonly waitFor?: string | null;
}

@ArgsType()
export class CommitmentVerdictArgs implements WaitForArgs {
  @Field(() => ID, { description: 'The commitment (kenmerk).' })
  @IsUUID()
  readonly commitmentId!: string;

  @Field(() => CalendarDateScalar, onADay)
  @IsOptional()
  readonly asOf?: CalendarDate | null;

  @Field(() => CalendarDateScalar, {
    nullable: true,
    description:
      'Only from what had been recorded by the end of this day, so that late data is left out; everything when left out (zoals bekend op).',
  })
  @IsOptional()
  readonly knownOn?: CalendarDate | null;

  @WaitForField()
  readonly waitFor?: string | null;
}

import type { CommitmentId, ReportId } from '@intekenboek/agreements-domain';
import type { CalendarDate } from '@intekenboek/event-sourcing-core';
import { CalendarDateScalar } from '@intekenboek/platform-nest';
import { Field, Float, ID, InputType } from '@nestjs/graphql';
import { IsNumber, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';

import { AgreementCommandInput, TEXT_LENGTH_MAX } from './agreement-command.input';

@InputType({ isAbstract: true })
abstract class ReportCommandInput extends AgreementCommandInput {
  @Field(() => ID, { description: 'The commitment (afspraak).' })
  @IsUUID()
  readonly commitmentId!: CommitmentId;
}

@InputType({ isAbstract: true })
abstract class NewReportInput extends ReportCommandInput {
  @Field(() => ID, { description: 'A UUID that you choose for the report (kenmerk).' })
  @IsUUID()
  readonly reportId!: ReportId;

  @Field(() => Float, {
    description:
      'In the unit: what came on top since the report before, for a share its level, 1 for done (aantal).',
  })
  @IsNumber()
  readonly amount!: number;

  @Field(() => CalendarDateScalar, { description: 'When it was realised (gerealiseerd op).' })
  readonly realisedOn!: CalendarDate;

  @Field(() => String, {
    nullable: true,
    description: 'Where it can be looked up; nothing by which a person can be found (bewijsstuk).',
  })
  @IsOptional()
  @IsString()
  @MaxLength(TEXT_LENGTH_MAX)
  readonly evidence?: string | null;
}

@InputType({ description: 'What was realised on an own commitment (voortgangsmelding).' })
export class ReportProgressInput extends NewReportInput {}

@InputType({ description: 'A report in the place of an earlier one (correctie van voortgang).' })
export class CorrectProgressInput extends NewReportInput {
  @Field(() => ID, { description: 'The report in whose place it comes (te corrigeren melding).' })
  @IsUUID()
  readonly correctsReportId!: ReportId;

  @Field(() => String, { description: 'At least ten characters (reden).' })
  @IsString()
  @MaxLength(TEXT_LENGTH_MAX)
  readonly reason!: string;
}

@InputType({ description: 'That a report is right (bevestiging van voortgang).' })
export class ConfirmProgressInput extends ReportCommandInput {
  @Field(() => ID, { description: 'The report (melding).' })
  @IsUUID()
  readonly reportId!: ReportId;
}

@InputType({ description: 'That a report is not right (betwisting van voortgang).' })
export class DisputeProgressInput extends ConfirmProgressInput {
  @Field(() => String, { description: 'At least ten characters (redenen).' })
  @IsString()
  @MaxLength(TEXT_LENGTH_MAX)
  readonly reasons!: string;
}

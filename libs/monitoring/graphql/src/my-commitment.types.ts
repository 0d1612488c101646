import type { CalendarDate } from '@intekenboek/event-sourcing-core';
import type { AgreementId, CommitmentId } from '@intekenboek/monitoring-domain';
import type { CommitmentView, ConditionView } from '@intekenboek/monitoring-read-model';
import { CalendarDateScalar, connectionType } from '@intekenboek/platform-nest';
import { Field, ID, ObjectType } from '@nestjs/graphql';

import { CommitmentReferenceType, ProgressPartyType } from './progress-party.types';
import { VerdictType } from './verdict.types';

@ObjectType('Prerequisite', {
  description: 'What another party must deliver before this is due (voorwaarde, wederkerigheid).',
})
export class PrerequisiteType implements ConditionView {
  @Field(() => CommitmentReferenceType, {
    description: 'The other commitment (afspraak waarop gewacht wordt).',
  })
  readonly commitment!: CommitmentReferenceType;

  @Field(() => CalendarDateScalar, { description: 'The day by which it is needed (nodig op).' })
  readonly neededBy!: CalendarDate;
}

@ObjectType('MyCommitment', {
  description: 'A commitment in force of your party or to it, with its progress on a day (mijn afspraak).',
})
export class MyCommitmentType implements CommitmentView {
  @Field(() => ID, { description: 'The commitment (kenmerk).' })
  readonly id!: CommitmentId;

  @Field(() => ID, { description: 'The agreement in which it stands (kenmerk van de prestatieafspraken).' })
  readonly agreementId!: AgreementId;

  @Field(() => String, { description: 'The title of that agreement (titel).' })
  readonly agreementTitle!: string;

  @Field(() => String, { description: 'What was promised, in words (tekst).' })
  readonly text!: string;

  @Field(() => ProgressPartyType, { description: 'The party that owes it (schuldenaar).' })
  readonly debtor!: ProgressPartyType;

  @Field(() => [ProgressPartyType], { description: 'The parties to whom it is owed (schuldeisers).' })
  readonly creditors!: readonly ProgressPartyType[];

  @Field(() => Boolean, { description: 'It is owed to everyone (ook aan het publiek).' })
  readonly isOwedToPublic!: boolean;

  @Field(() => String, { description: 'Code of the result kind (soort resultaat).' })
  readonly resultKind!: string;

  @Field(() => String, { description: 'Code of the unit (eenheid).' })
  readonly unit!: string;

  @Field(() => CalendarDateScalar, { description: 'First day of its term (van).' })
  readonly from!: CalendarDate;

  @Field(() => CalendarDateScalar, {
    description: 'The agreed last day; the verdict names it as moved by delays of others (uiterste datum).',
  })
  readonly deadline!: CalendarDate;

  @Field(() => ID, { description: 'Code of the territory that it is about (gebied).' })
  readonly territory!: string;

  @Field(() => String, { description: 'The name of that territory (naam van het gebied).' })
  readonly territoryName!: string;

  @Field(() => [String], { description: 'Codes of target groups (aandachtsgroepen).' })
  readonly targetGroups!: readonly string[];

  @Field(() => [PrerequisiteType], { description: 'What it waits, or waited, for (voorwaarden).' })
  readonly conditions!: readonly PrerequisiteType[];

  @Field(() => VerdictType, { description: 'The judgement of the day (oordeel).' })
  readonly verdict!: VerdictType;

  @Field(() => ID, {
    nullable: true,
    description: 'The case about it that is open on the day (open escalatie).',
  })
  readonly openEscalationId!: CommitmentView['openEscalationId'];
}

export const MyCommitmentConnection = connectionType(MyCommitmentType, 'MyCommitment');

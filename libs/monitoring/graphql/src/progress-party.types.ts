import type { PartyId } from '@intekenboek/event-sourcing-core';
import type { CommitmentId } from '@intekenboek/monitoring-domain';
import type { CommitmentReference, PartyView } from '@intekenboek/monitoring-read-model';
import { Field, ID, ObjectType } from '@nestjs/graphql';

@ObjectType('ProgressParty', { description: 'A party by its name, as progress tells of it (partij).' })
export class ProgressPartyType implements PartyView {
  @Field(() => ID, { description: 'Its own id, a UUID (kenmerk).' })
  readonly id!: PartyId;

  @Field(() => String, { description: 'The name under which it is registered (naam).' })
  readonly name!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Its kind, such as CORPORATION; null when the register does not know it (soort partij).',
  })
  readonly kind!: PartyView['kind'];
}

@ObjectType('CommitmentReference', { description: 'A commitment by its words (afspraak).' })
export class CommitmentReferenceType implements CommitmentReference {
  @Field(() => ID, { description: 'The commitment (kenmerk).' })
  readonly id!: CommitmentId;

  @Field(() => String, { description: 'What was promised, in words (tekst).' })
  readonly text!: string;

  @Field(() => ProgressPartyType, { description: 'The party that owes it (schuldenaar).' })
  readonly party!: ProgressPartyType;
}

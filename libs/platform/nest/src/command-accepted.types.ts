import type { CommandReceipt } from '@intekenboek/event-sourcing-core';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';

/** The answer of every mutation. */
@ObjectType({
  description: 'The act was accepted and is stored for good (ontvangstbevestiging).',
})
export class CommandAccepted {
  @Field(() => ID, { description: 'What was made or changed (kenmerk).' })
  readonly id!: string;

  @Field(() => Int, {
    description: 'The place of its last change, counted from 0 (revisie); -1 when nothing was ever stored.',
  })
  readonly revision!: number;

  @Field(() => String, {
    description:
      'Its place in the record (plaats in het register). Give it as `waitFor` with a query to read your own write.',
  })
  readonly position!: string;

  @Field(() => Boolean, {
    description: 'True when there was nothing to do, for example because you sent it before (ongewijzigd).',
  })
  readonly unchanged!: boolean;
}

/** What a resolver returns for a handled command about the thing `id`. */
export const accepted = (
  id: string,
  { revision, position, isUnchanged }: CommandReceipt,
): CommandAccepted => ({
  id,
  revision: revision === 'no-stream' ? -1 : revision,
  position,
  unchanged: isUnchanged,
});

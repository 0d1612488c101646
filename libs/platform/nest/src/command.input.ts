import type { Actor, Clock, CommandMeta, Instant } from '@intekenboek/event-sourcing-core';
import { Field, ID, InputType } from '@nestjs/graphql';
import { IsOptional, IsUUID } from 'class-validator';

import { InstantScalar } from './instant.scalar';

/** What every mutation takes. Inputs of mutations extend this. */
@InputType({ isAbstract: true })
export abstract class CommandInput {
  @Field(() => ID, {
    description:
      'A UUID that you choose for this act (opdrachtnummer). Sending the same again is safe: it has one effect. The same id with other content is refused.',
  })
  @IsUUID()
  readonly commandId!: string;

  @Field(() => InstantScalar, {
    nullable: true,
    description:
      'When it happened in the world (moment van gebeuren), if earlier than now. Verdicts count from this moment.',
  })
  @IsOptional()
  readonly effectiveAt?: Instant | null;
}

/** Who acts and when: from the token and the clock, never from the form. */
export function commandMeta(input: CommandInput, actor: Actor, clock: Clock): CommandMeta {
  const at = clock.now();
  return {
    // A UUID in capitals is the same UUID.
    commandId: input.commandId.toLowerCase(),
    actor,
    at,
    today: clock.today(),
    effectiveAt: input.effectiveAt ?? at,
  };
}

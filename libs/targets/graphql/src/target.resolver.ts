import { type Connection, connectionOf, decodeCursor, WaitForArgs } from '@intekenboek/platform-nest';
import { TargetStore } from '@intekenboek/targets-read-model';
import { Inject } from '@nestjs/common';
import { Args, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';

import { TargetsArgs } from './target.inputs';
import { TargetConnection, TargetPartType, TargetType } from './target.types';
import { partOf, targetOf } from './target-views';
import { TARGET_STORE } from './tokens';

/** Questions about targets; no token is needed, because targets are public. */
@Resolver(() => TargetType)
export class TargetResolver {
  constructor(@Inject(TARGET_STORE) private readonly targets: TargetStore) {}

  @Query(() => TargetType, { nullable: true, description: 'One target (opgave); null when nobody set it.' })
  async target(
    @Args('id', { type: () => ID, description: 'The target (kenmerk).' }) id: string,
    @Args() _wait: WaitForArgs,
  ): Promise<TargetType | null> {
    const row = await this.targets.find(id);
    return row === null ? null : targetOf(row);
  }

  @Query(() => TargetConnection, { name: 'targets', description: 'Targets by first day (opgaven).' })
  async list(@Args() args: TargetsArgs): Promise<Connection<TargetType>> {
    const { first, after, territory = null, halfYear = null } = args;
    const key = after ? decodeCursor(after, ['string', 'string']) : null;
    const { rows, totalCount } = await this.targets.list({ territory, halfYear }, first + 1, key);
    const cursorOf = ({ from, id }: TargetType) => [from, id] as const;
    return connectionOf(rows.map(targetOf), { first, after, totalCount, cursorOf });
  }

  @ResolveField(() => [TargetPartType], {
    description: 'The parts in order of code, or only that of one territory (delen van de toedeling).',
  })
  async parts(
    @Parent() target: TargetType,
    @Args('territory', { type: () => ID, nullable: true, description: 'Only this territory (gebied).' })
    territory?: string | null,
  ): Promise<readonly TargetPartType[]> {
    const [row, parts] = await Promise.all([
      this.targets.find(target.id),
      this.targets.parts(target.id, territory ?? null),
    ]);
    return row === null ? [] : parts.map((part) => partOf(row, part));
  }
}

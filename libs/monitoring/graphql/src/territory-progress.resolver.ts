import type { Actor, CalendarDate, Clock } from '@intekenboek/event-sourcing-core';
import { MonitoringStore } from '@intekenboek/monitoring-read-model';
import { CLOCK, CurrentReader } from '@intekenboek/platform-nest';
import { MunicipalityType, ProvinceType } from '@intekenboek/reference-data-graphql';
import { Inject } from '@nestjs/common';
import { Args, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';

import { TerritoryProgressType } from './overview.types';
import { ProgressArgs } from './progress.args';
import { answerOf, type OverviewAnswer } from './progress.views';
import { TargetProgressType } from './target-progress.types';
import { MONITORING_STORE } from './tokens';

abstract class TerritoryProgressResolver {
  constructor(
    @Inject(MONITORING_STORE) private readonly monitoring: MonitoringStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  protected async answer(
    province: string,
    args: ProgressArgs,
    reader: Actor | null,
  ): Promise<OverviewAnswer> {
    const { asOf, targetId } = args;
    const day: CalendarDate = asOf ?? this.clock.today();
    return answerOf(await this.monitoring.overview(province, day, reader, targetId ?? null));
  }
}

/** What monitoring adds to a municipality. For many municipalities `provinceOverview` and `nationOverview` are cheaper. */
@Resolver(() => MunicipalityType)
export class MunicipalityProgressResolver extends TerritoryProgressResolver {
  @ResolveField(() => [TargetProgressType], {
    description: 'Its targets on a day, newest period first (opgaven van de gemeente).',
  })
  async targets(
    @Parent() { code, provinceCode }: MunicipalityType,
    @Args() args: ProgressArgs,
    @CurrentReader() reader: Actor | null,
  ): Promise<readonly TargetProgressType[]> {
    return (await this.answer(provinceCode, args, reader)).byMunicipality.get(code)?.targets ?? [];
  }

  @ResolveField(() => Int, {
    description:
      'Cases that are open on a day about its targets and the commitments that you may see (open escalaties).',
  })
  async openEscalationCount(
    @Parent() { code, provinceCode }: MunicipalityType,
    @Args() args: ProgressArgs,
    @CurrentReader() reader: Actor | null,
  ): Promise<number> {
    return (await this.answer(provinceCode, args, reader)).byMunicipality.get(code)?.openEscalations ?? 0;
  }
}

/** What monitoring adds to a province. */
@Resolver(() => ProvinceType)
export class ProvinceProgressResolver extends TerritoryProgressResolver {
  @ResolveField(() => TerritoryProgressType, {
    description: 'The province on a day, rolled up from its municipalities (voortgang van de provincie).',
  })
  async progress(
    @Parent() { code }: ProvinceType,
    @Args() args: ProgressArgs,
    @CurrentReader() reader: Actor | null,
  ): Promise<TerritoryProgressType> {
    return (await this.answer(code, args, reader)).nation.totals;
  }

  @ResolveField(() => [TargetProgressType], {
    description:
      'Targets of the province itself that were not split over municipalities (opgaven van de provincie).',
  })
  async targets(
    @Parent() { code }: ProvinceType,
    @Args() args: ProgressArgs,
    @CurrentReader() reader: Actor | null,
  ): Promise<readonly TargetProgressType[]> {
    return (await this.answer(code, args, reader)).nation.ownTargets;
  }
}

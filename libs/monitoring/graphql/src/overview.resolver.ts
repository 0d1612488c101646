import type { Actor, Clock } from '@intekenboek/event-sourcing-core';
import { COUNTRY, MonitoringStore } from '@intekenboek/monitoring-read-model';
import { CLOCK, CurrentReader } from '@intekenboek/platform-nest';
import { provinceOf, territoryCode } from '@intekenboek/reference-data-facts';
import { Inject } from '@nestjs/common';
import { Args, Query, Resolver } from '@nestjs/graphql';

import { MunicipalityProgressType, NationProgressType } from './overview.types';
import { NationOverviewArgs, ProvinceOverviewArgs, TargetOverviewArgs } from './progress.args';
import { answerOf } from './progress.views';
import { TargetRowType } from './target-row.types';
import { MONITORING_STORE } from './tokens';

/** Open to everyone; what is counted depends on who asks. Rows are made once and then only read. */
@Resolver()
export class OverviewResolver {
  constructor(
    @Inject(MONITORING_STORE) private readonly monitoring: MonitoringStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Query(() => [MunicipalityProgressType], {
    description:
      'The municipalities of a province on a day: targets, coverage by commitments, realised, verdict and open cases (provincieoverzicht). Empty for a code that is not a province’s.',
  })
  async provinceOverview(
    @Args() { provinceCode, asOf, targetId }: ProvinceOverviewArgs,
    @CurrentReader() reader: Actor | null,
  ): Promise<readonly MunicipalityProgressType[]> {
    const province = provinceOf(territoryCode(provinceCode));
    if (province === undefined) return [];
    const day = asOf ?? this.clock.today();
    const overview = await this.monitoring.overview(province.code, day, reader, targetId ?? null);
    return answerOf(overview).nation.municipalities;
  }

  @Query(() => [TargetRowType], {
    description:
      'One target in every municipality that has a part of it, on a day: flat rows for a table or a map (overzicht per opgave).',
  })
  async targetOverview(
    @Args() { targetId, asOf }: TargetOverviewArgs,
    @CurrentReader() reader: Actor | null,
  ): Promise<readonly TargetRowType[]> {
    const day = asOf ?? this.clock.today();
    return answerOf(await this.monitoring.overview(COUNTRY, day, reader, targetId.toLowerCase())).targetRows;
  }

  @Query(() => NationProgressType, {
    description:
      'The country on a day: municipalities, rolled up to provinces and to the nation (landelijk overzicht).',
  })
  async nationOverview(
    @Args() { asOf, targetId }: NationOverviewArgs,
    @CurrentReader() reader: Actor | null,
  ): Promise<NationProgressType> {
    const day = asOf ?? this.clock.today();
    return answerOf(await this.monitoring.overview(COUNTRY, day, reader, targetId ?? null)).nation;
  }
}

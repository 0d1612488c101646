import type { CalendarDate, Clock } from '@intekenboek/event-sourcing-core';
import { CalendarDateScalar, CLOCK } from '@intekenboek/platform-nest';
import { territoryCode } from '@intekenboek/reference-data-facts';
import { Inject } from '@nestjs/common';
import { Args, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';

import { countedPopulation, newestPopulation } from './population';
import { municipalityTypeOn, municipalityTypesOn } from './territories';
import { MunicipalityType, PopulationType } from './territory.types';

const onADay = {
  type: () => CalendarDateScalar,
  nullable: true,
  description: 'As they are on this day, since 2021-01-01; today when left out (peildatum).',
};

/** Open to everyone: these are public facts. */
@Resolver(() => MunicipalityType)
export class MunicipalityResolver {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  @Query(() => [MunicipalityType], {
    description: 'All municipalities on a day, or those of one province, in order of code (gemeenten).',
  })
  municipalities(
    @Args('on', onADay) on: CalendarDate | null,
    @Args('provinceCode', {
      type: () => ID,
      nullable: true,
      description: 'Only those of this province, PV20 to PV31 (provinciecode).',
    })
    provinceCode: string | null,
  ): readonly MunicipalityType[] {
    const all = municipalityTypesOn(on ?? this.clock.today());
    if (!provinceCode) return all;
    const only = territoryCode(provinceCode);
    return all.filter((municipality) => municipality.provinceCode === only);
  }

  @Query(() => MunicipalityType, {
    nullable: true,
    description: 'One municipality on a day (gemeente); null when it does not exist then.',
  })
  municipality(
    @Args('code', { type: () => ID, description: 'GM and four digits (gemeentecode).' }) code: string,
    @Args('on', onADay) on: CalendarDate | null,
  ): MunicipalityType | null {
    return municipalityTypeOn(territoryCode(code), on ?? this.clock.today());
  }

  @ResolveField(() => PopulationType, {
    nullable: true,
    description:
      'Its inhabitants (inwonertal), within the borders of the day it was asked for. Null when they are not known: no other day stands in.',
  })
  population(
    @Parent() municipality: MunicipalityType,
    @Args('on', {
      type: () => CalendarDateScalar,
      nullable: true,
      description:
        'Counted on this day (peildatum); when left out the newest figure, of which no day is known.',
    })
    on: CalendarDate | null,
  ): PopulationType | null {
    return on ? countedPopulation(municipality, on) : newestPopulation(municipality);
  }
}

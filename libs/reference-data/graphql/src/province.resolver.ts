import type { CalendarDate, Clock } from '@intekenboek/event-sourcing-core';
import { CalendarDateScalar, CLOCK } from '@intekenboek/platform-nest';
import { territoryCode } from '@intekenboek/reference-data-facts';
import { Inject } from '@nestjs/common';
import { Args, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';

import { municipalityTypesOn, provinceType, provinceTypes } from './territories';
import { MunicipalityType, ProvinceType } from './territory.types';

const onADay = {
  type: () => CalendarDateScalar,
  nullable: true,
  description: 'In the borders of this day, since 2021-01-01; today when left out (peildatum).',
};

/** Open to everyone: these are public facts. */
@Resolver(() => ProvinceType)
export class ProvinceResolver {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  @Query(() => [ProvinceType], { description: 'All twelve provinces, in order of code (provincies).' })
  provinces(): readonly ProvinceType[] {
    return provinceTypes();
  }

  @Query(() => ProvinceType, {
    nullable: true,
    description: 'One province (provincie); null when the code is that of another territory.',
  })
  province(
    @Args('code', { type: () => ID, description: 'PV20 to PV31 (provinciecode).' }) code: string,
  ): ProvinceType | null {
    return provinceType(territoryCode(code));
  }

  @ResolveField(() => [MunicipalityType], {
    description: 'Its municipalities on a day, in order of code (gemeenten in de provincie).',
  })
  municipalities(
    @Parent() province: ProvinceType,
    @Args('on', onADay) on: CalendarDate | null,
  ): readonly MunicipalityType[] {
    const all = municipalityTypesOn(on ?? this.clock.today());
    return all.filter(({ provinceCode }) => provinceCode === province.code);
  }
}

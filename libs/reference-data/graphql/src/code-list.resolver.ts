import type { CalendarDate, Clock } from '@intekenboek/event-sourcing-core';
import { CalendarDateScalar, CLOCK } from '@intekenboek/platform-nest';
import {
  CODE_LISTS,
  type CodeListEntry,
  type CodeListName,
  codesOn,
  type DwellingKind,
  RENT_BOUNDARIES,
  type ResultKind,
  type TargetGroup,
} from '@intekenboek/reference-data-facts';
import { Inject } from '@nestjs/common';
import { Args, Int, Query, Resolver } from '@nestjs/graphql';

import { CodeListEntryType, CodeListNameEnum, RentBoundaryType } from './code-list.types';

/** Open to everyone: these are public facts. */
@Resolver()
export class CodeListResolver {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  @Query(() => [CodeListEntryType], {
    description: 'The codes that may be chosen on a day, in the order of the list (codelijst).',
  })
  codeList(
    @Args('name', { type: () => CodeListNameEnum, description: 'Which list (codelijst).' })
    name: CodeListName,
    @Args('on', {
      type: () => CalendarDateScalar,
      nullable: true,
      description: 'Valid on this day; today when left out (peildatum).',
    })
    on: CalendarDate | null,
  ): readonly CodeListEntryType[] {
    return codesOn(CODE_LISTS[name], on ?? this.clock.today()).map(entryType);
  }

  @Query(() => [RentBoundaryType], {
    description:
      'The rent boundaries of a year, from low to high; none when they are not known (huurgrenzen).',
  })
  rentBoundaries(
    @Args('year', { type: () => Int, description: 'A calendar year (jaar).' }) year: number,
  ): readonly RentBoundaryType[] {
    return RENT_BOUNDARIES.filter((boundary) => boundary.year === year);
  }
}

/** What some lists have and others do not. */
type AnyEntry = CodeListEntry & Partial<TargetGroup & ResultKind & DwellingKind>;

function entryType(entry: AnyEntry): CodeListEntryType {
  const { code, nl, en, validFrom, validUntil, source } = entry;
  return {
    code,
    nl,
    en,
    validFrom,
    validUntil,
    source,
    kind: entry.kind ?? entry.aspect ?? null,
    parentCode: entry.parentCode ?? null,
    unit: entry.unit ?? null,
    countsPersons: entry.countsPersons ?? null,
    shareOf: entry.shareOf ?? null,
  };
}

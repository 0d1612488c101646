import type { CalendarDate } from '@intekenboek/event-sourcing-core';
import { CalendarDateScalar, enumOf } from '@intekenboek/platform-nest';
import { CODE_LIST_NAMES, type CodeListName } from '@intekenboek/reference-data-facts';
import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';

export const CodeListNameEnum: { readonly [Name in CodeListName]: Name } = enumOf(CODE_LIST_NAMES);
registerEnumType(CodeListNameEnum, {
  name: 'CodeListName',
  description: 'Which code list (codelijst).',
  valuesMap: {
    TARGET_GROUPS: { description: 'People for whom housing is hard to find (aandachtsgroepen).' },
    THEMES: { description: 'What a commitment is about (thema’s).' },
    RESULT_KINDS: { description: 'What is measured (resultaatsoorten).' },
    UNITS: { description: 'What results are counted in (eenheden).' },
    PRICE_SEGMENTS: { description: 'Classes of rents (prijssegmenten).' },
    DWELLING_KINDS: { description: 'Kinds of dwellings and how they come about (woningtypen).' },
  },
});

@ObjectType('CodeListEntry', {
  description: 'One line of a code list as it reads on a day (regel van een codelijst).',
})
export class CodeListEntryType {
  @Field(() => String, { description: 'The code, the same for good (code).' })
  readonly code!: string;

  @Field(() => String, { description: 'What it is called in Dutch (omschrijving).' })
  readonly nl!: string;

  @Field(() => String, { description: 'What it is called in English (Engelse omschrijving).' })
  readonly en!: string;

  @Field(() => CalendarDateScalar, {
    description: 'First day on which it may be chosen; 2021-01-01 when it is older than that (geldig vanaf).',
  })
  readonly validFrom!: CalendarDate;

  @Field(() => CalendarDateScalar, {
    nullable: true,
    description: 'Last day on which it may be chosen; null while no end is known (geldig tot en met).',
  })
  readonly validUntil!: CalendarDate | null;

  @Field(() => String, { description: 'Which publication it was taken from (bron).' })
  readonly source!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'Target groups and dwelling kinds: what sort of entry this is, for example SUB_GROUP (soort).',
  })
  readonly kind!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Target groups: the group it is part of (hoofdgroep).',
  })
  readonly parentCode!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Result kinds: the unit that follows from it (eenheid).',
  })
  readonly unit!: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Result kinds: whether it counts people, whose small numbers are hidden (telt personen).',
  })
  readonly countsPersons!: boolean | null;

  @Field(() => String, {
    nullable: true,
    description: 'Result kinds that are a share: of what, in Dutch (aandeel van).',
  })
  readonly shareOf!: string | null;
}

@ObjectType('RentBoundary', { description: 'A rent boundary of one year (huurgrens).' })
export class RentBoundaryType {
  @Field(() => String, {
    description: 'What it is for, the same in all years, for example LOW_CAP (functie van de grens).',
  })
  readonly function!: string;

  @Field(() => Int, { description: 'Its year (jaar).' })
  readonly year!: number;

  @Field(() => String, {
    description:
      'UNTIL_2025 or SINCE_2026: boundaries of the one cannot be compared with those of the other (begripsbepaling).',
  })
  readonly definition!: string;

  @Field(() => String, { description: 'Its Dutch name with its year (naam).' })
  readonly nl!: string;

  @Field(() => String, { description: 'Its English name with its year (Engelse naam).' })
  readonly en!: string;

  @Field(() => Int, {
    description: 'Rent in euro cents a month; equal to it is within it (bedrag in eurocenten).',
  })
  readonly cents!: number;

  @Field(() => CalendarDateScalar, { description: 'First day on which it holds (geldig vanaf).' })
  readonly validFrom!: CalendarDate;

  @Field(() => CalendarDateScalar, {
    nullable: true,
    description: 'Last day on which it holds (geldig tot en met).',
  })
  readonly validUntil!: CalendarDate | null;

  @Field(() => Boolean, {
    description: 'False while the amount is still to be read at the ministry itself (bevestigd).',
  })
  readonly isConfirmed!: boolean;

  @Field(() => String, { description: 'Who published it (bron).' })
  readonly source!: string;
}

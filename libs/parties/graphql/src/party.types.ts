import {
  type CalendarDate,
  PARTY_KINDS,
  type PartyId,
  type PartyKind,
} from '@intekenboek/event-sourcing-core';
import { IDENTIFIER_SCHEMES, type IdentifierScheme } from '@intekenboek/parties-domain';
import { CalendarDateScalar, connectionType, enumOf } from '@intekenboek/platform-nest';
import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';

export const PartyKindEnum = enumOf(PARTY_KINDS);
registerEnumType(PartyKindEnum, {
  name: 'PartyKind',
  description: 'What kind of body a party is (soort partij).',
});

export const IdentifierSchemeEnum = enumOf(IDENTIFIER_SCHEMES);
registerEnumType(IdentifierSchemeEnum, {
  name: 'IdentifierScheme',
  description: 'Register in which a party is known (soort kenmerk).',
  valuesMap: {
    GM: { description: 'CBS code of a municipality (gemeentecode).' },
    PV: { description: 'CBS code of a province (provinciecode).' },
    L_NUMBER: { description: 'Number of a housing corporation (L-nummer).' },
    KVK: { description: 'Chamber of Commerce (KvK-nummer).' },
    AGB: { description: 'Care provider (AGB-code).' },
    OIN: { description: 'Government organisation (Organisatie-identificatienummer).' },
  },
});

@ObjectType('PartyIdentifier', { description: 'How a party is known in a register outside (kenmerk).' })
export class PartyIdentifierType {
  @Field(() => IdentifierSchemeEnum, { description: 'The register (soort kenmerk).' })
  readonly scheme!: IdentifierScheme;

  @Field(() => String, { description: 'The number or code, always text with its zeros (waarde).' })
  readonly value!: string;

  @Field(() => CalendarDateScalar, { description: 'First day on which it holds (geldig vanaf).' })
  readonly validFrom!: CalendarDate;

  @Field(() => CalendarDateScalar, {
    nullable: true,
    description: 'Last day on which it holds (geldig tot en met).',
  })
  readonly validUntil!: CalendarDate | null;
}

@ObjectType('Party', { description: 'A legal person or public body that can be bound (partij).' })
export class PartyType {
  @Field(() => ID, { description: 'Its own id, a UUID (kenmerk van de partij).' })
  readonly id!: PartyId;

  @Field(() => PartyKindEnum, { description: 'What kind of body it is (soort).' })
  readonly kind!: PartyKind;

  @Field(() => String, { description: 'Its name; the last one it had when it has ended (naam).' })
  readonly name!: string;

  @Field(() => String, {
    nullable: true,
    description: 'GM…. when it is a municipality, PV.. for a province, NL for a national body (grondgebied).',
  })
  readonly territory!: string | null;

  @Field(() => [String], { description: 'Municipalities in which it works (werkgebied).' })
  readonly workingArea!: readonly string[];

  @Field(() => [PartyIdentifierType], { description: 'How it is known elsewhere (kenmerken).' })
  readonly identifiers!: readonly PartyIdentifierType[];

  @Field(() => CalendarDateScalar, { description: 'First day of its existence here (bestaat vanaf).' })
  readonly validFrom!: CalendarDate;

  @Field(() => CalendarDateScalar, {
    nullable: true,
    description: 'The day it ended, if it did (opgehouden op).',
  })
  readonly endedOn!: CalendarDate | null;

  @Field(() => [ID], { description: 'Parties in which it went on (rechtsopvolgers).' })
  readonly successorIds!: readonly PartyId[];

  @Field(() => String, { description: 'Where these facts come from; says so when invented (bron).' })
  readonly source!: string;
}

export const PartyConnection = connectionType(PartyType, 'Party');

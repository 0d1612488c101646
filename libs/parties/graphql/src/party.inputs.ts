import type { CalendarDate, PartyId, PartyKind } from '@intekenboek/event-sourcing-core';
import type { IdentifierScheme } from '@intekenboek/parties-domain';
import { CalendarDateScalar, CommandInput, RootPageArgs } from '@intekenboek/platform-nest';
import { ArgsType, Field, ID, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  Allow,
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
  ValidateNested,
} from 'class-validator';

import { IdentifierSchemeEnum, PartyKindEnum } from './party.types';

const NAME_LENGTH_MAX = 200;
const CODES_MAX = 400;

@InputType({ description: 'An identifier of a party (kenmerk).' })
export class PartyIdentifierInput {
  @Field(() => IdentifierSchemeEnum, { description: 'The register (soort kenmerk).' })
  @IsIn(Object.keys(IdentifierSchemeEnum))
  readonly scheme!: IdentifierScheme;

  @Field(() => String, { description: 'The number or code as text, with its zeros (waarde).' })
  @IsString()
  @MaxLength(40)
  readonly value!: string;

  @Field(() => CalendarDateScalar, { description: 'First day on which it holds (geldig vanaf).' })
  @Allow()
  readonly validFrom!: CalendarDate;

  @Field(() => CalendarDateScalar, {
    nullable: true,
    description: 'Last day on which it holds (geldig tot en met).',
  })
  @IsOptional()
  readonly validUntil?: CalendarDate | null;
}

@InputType({ description: 'A party to enter in the register (in te schrijven partij).' })
export class RegisterPartyInput extends CommandInput {
  @Field(() => ID, { description: 'A UUID that you choose for the party (kenmerk).' })
  @IsUUID()
  readonly partyId!: PartyId;

  @Field(() => PartyKindEnum, { description: 'What kind of body it is (soort).' })
  @IsIn(Object.keys(PartyKindEnum))
  readonly kind!: PartyKind;

  @Field(() => String, { description: 'Its name (naam).' })
  @IsString()
  @MaxLength(NAME_LENGTH_MAX)
  readonly name!: string;

  @Field(() => String, {
    nullable: true,
    description: 'GM…., PV.. or NL, for bodies that govern it (grondgebied).',
  })
  @IsOptional()
  @IsString()
  readonly territory?: string | null;

  @Field(() => [String], { defaultValue: [], description: 'Municipalities in which it works (werkgebied).' })
  @IsArray()
  @ArrayMaxSize(CODES_MAX)
  @IsString({ each: true })
  readonly workingArea!: readonly string[];

  @Field(() => [PartyIdentifierInput], { description: 'How it is known elsewhere (kenmerken).' })
  @IsArray()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => PartyIdentifierInput)
  readonly identifiers!: readonly PartyIdentifierInput[];

  @Field(() => CalendarDateScalar, { description: 'First day of its existence here (bestaat vanaf).' })
  @Allow()
  readonly validFrom!: CalendarDate;

  @Field(() => String, { description: 'Where these facts come from (bron).' })
  @IsString()
  @MaxLength(500)
  readonly source!: string;
}

@InputType({ description: 'An identifier to add to a party (toe te voegen kenmerk).' })
export class AddPartyIdentifierInput extends CommandInput {
  @Field(() => ID, { description: 'The party (partij).' })
  @IsUUID()
  readonly partyId!: PartyId;

  @Field(() => PartyIdentifierInput, { description: 'The identifier (kenmerk).' })
  @ValidateNested()
  @Type(() => PartyIdentifierInput)
  readonly identifier!: PartyIdentifierInput;
}

@InputType({ description: 'An identifier that ends on a day (te beëindigen kenmerk).' })
export class EndPartyIdentifierInput extends CommandInput {
  @Field(() => ID, { description: 'The party (partij).' })
  @IsUUID()
  readonly partyId!: PartyId;

  @Field(() => IdentifierSchemeEnum, { description: 'The register (soort kenmerk).' })
  @IsIn(Object.keys(IdentifierSchemeEnum))
  readonly scheme!: IdentifierScheme;

  @Field(() => String, { description: 'The number or code (waarde).' })
  @IsString()
  @MaxLength(40)
  readonly value!: string;

  @Field(() => CalendarDateScalar, { description: 'Last day on which it holds (geldig tot en met).' })
  @Allow()
  readonly validUntil!: CalendarDate;

  @Field(() => String, { description: 'Why it ends (reden).' })
  @IsString()
  @MaxLength(500)
  readonly reason!: string;
}

@InputType({ description: 'A party that ends in others (fusie of herindeling).' })
export class MergePartyInput extends CommandInput {
  @Field(() => ID, { description: 'The party that ends (partij).' })
  @IsUUID()
  readonly partyId!: PartyId;

  @Field(() => [ID], { description: 'The parties in which it goes on (rechtsopvolgers).' })
  @IsArray()
  @ArrayMaxSize(20)
  @IsUUID(undefined, { each: true })
  readonly successorIds!: readonly PartyId[];

  @Field(() => CalendarDateScalar, { description: 'The day on which it ends (fusiedatum).' })
  @Allow()
  readonly mergedOn!: CalendarDate;

  @Field(() => String, { description: 'Why, with the decision behind it (reden).' })
  @IsString()
  @MaxLength(500)
  readonly reason!: string;
}

@ArgsType()
export class PartiesArgs extends RootPageArgs {
  @Field(() => PartyKindEnum, { nullable: true, description: 'Only this kind (soort).' })
  @IsOptional()
  @IsIn(Object.keys(PartyKindEnum))
  readonly kind?: PartyKind | null;

  @Field(() => String, { nullable: true, description: 'Only parties of or in this territory (grondgebied).' })
  @IsOptional()
  @IsString()
  @MaxLength(6)
  readonly territory?: string | null;

  @Field(() => String, { nullable: true, description: 'A part of the name (zoekterm).' })
  @IsOptional()
  @IsString()
  @MaxLength(NAME_LENGTH_MAX)
  readonly search?: string | null;
}

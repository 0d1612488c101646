import { type Role, ROLES } from '@intekenboek/event-sourcing-core';
import {
  ArrayNotEmpty,
  ArrayUnique,
  IsArray,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  Length,
} from 'class-validator';

/** For which registered party someone wants to act, and in which roles. */
export class DemoTokenInput {
  @IsUUID()
  readonly partyId!: string;

  @IsArray()
  @ArrayNotEmpty()
  @ArrayUnique()
  @IsIn(ROLES, { each: true })
  readonly roles!: readonly Role[];

  /** The same person each time; absent: one person per party. */
  @IsOptional()
  @IsString()
  @Length(1, 100)
  readonly personId?: string;
}

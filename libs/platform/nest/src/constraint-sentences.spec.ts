import { isURL, validateSync } from 'class-validator';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsNumber,
  IsPositive,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
} from 'class-validator';

import { constraintInDutch } from './constraint-sentences';

class Form {
  @IsUUID() id = '';
  @IsNotEmpty() @IsString() @MinLength(3) empty = '';
  @MaxLength(2) long = 'long';
  @IsInt() @IsPositive() amount = -0.5;
  @Min(5) @Max(1) limit = 3;
  @IsNumber() number = 'x';
  @IsBoolean() flag = 'x';
  @IsArray() list = 'x';
  @ArrayNotEmpty() none = [];
  @ArrayMaxSize(1) @ArrayUnique() many = [1, 1];
  @IsIn(['A', 'B']) one = 'C';
  @IsIn(['A', 'B'], { each: true }) choices = ['C'];
  @Matches(/^GM\d{4}$/) code = 'x';
}

describe('what is expected of a field', () => {
  it('is said in Dutch for every rule that inputs use', () => {
    const messages = validateSync(new Form()).flatMap(({ constraints, property }) =>
      Object.values(constraints ?? {}).map((message) => message.replace(new RegExp(`^${property} `), '')),
    );
    expect(messages.length).toBeGreaterThan(15);
    expect(messages.filter((message) => constraintInDutch(message) === message)).toEqual([]);
  });

  it('stays as it is where this product has no Dutch for it', () => {
    expect(isURL('x')).toBe(false);
    expect(constraintInDutch('must be a URL address')).toBe('must be a URL address');
  });
});

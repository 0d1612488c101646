import { applyDecorators } from '@nestjs/common';
import { ArgsType, Field } from '@nestjs/graphql';
import { IsOptional, IsString, MaxLength } from 'class-validator';

const POSITION_LENGTH_MAX = 64;

/** The argument `waitFor` of a root query, for an args class of your own. */
export const WaitForField = (): PropertyDecorator =>
  applyDecorators(
    Field(() => String, {
      nullable: true,
      description:
        'The `position` that a mutation answered (wacht op). The answer then holds that write and all before it.',
    }),
    IsOptional(),
    IsString(),
    MaxLength(POSITION_LENGTH_MAX),
  );

/** Arguments of a root query that can wait for a write. */
@ArgsType()
export class WaitForArgs {
  @WaitForField()
  readonly waitFor?: string | null;
}

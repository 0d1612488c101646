import { Field, InputType, Int } from '@nestjs/graphql';
import { IsHexadecimal, IsInt, IsString, Length, MaxLength, Min } from 'class-validator';

import { AgreementCommandInput, TEXT_LENGTH_MAX } from './agreement-command.input';

@InputType({ description: 'A text to lay before the parties (voor te leggen afspraken).' })
export class ProposeAgreementInput extends AgreementCommandInput {}

@InputType({ description: 'A proposal to take back; signatures lapse (in te trekken voorstel).' })
export class WithdrawProposalInput extends AgreementCommandInput {
  @Field(() => String, { description: 'At least ten characters (reden).' })
  @IsString()
  @MaxLength(TEXT_LENGTH_MAX)
  readonly reason!: string;
}

@InputType({ description: 'A signature under the text that was read (handtekening).' })
export class SignAgreementInput extends AgreementCommandInput {
  @Field(() => Int, { description: 'Version of the text that you have read (gelezen tekstversie).' })
  @IsInt()
  @Min(1)
  readonly textVersion!: number;

  @Field(() => String, { description: 'Its `contentHash`, 64 digits (gelezen inhoudshash).' })
  @IsHexadecimal()
  @Length(64, 64)
  readonly contentHash!: string;
}

@InputType({ description: 'A refusal to sign the text that was read (weigering).' })
export class DeclineAgreementInput extends AgreementCommandInput {
  @Field(() => Int, { description: 'Version of the text that you have read (gelezen tekstversie).' })
  @IsInt()
  @Min(1)
  readonly textVersion!: number;

  @Field(() => String, { description: 'At least ten characters (redenen).' })
  @IsString()
  @MaxLength(TEXT_LENGTH_MAX)
  readonly reasons!: string;
}

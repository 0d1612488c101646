import type { AgreementId } from '@intekenboek/agreements-domain';
import { CommandInput } from '@intekenboek/platform-nest';
import { Field, ID, InputType } from '@nestjs/graphql';
import { IsUUID } from 'class-validator';

// The form only keeps out what nobody could mean; the rules, with their reasons, are the domain's.
export const TEXT_LENGTH_MAX = 10_000;
export const SIGNATORIES_MAX = 500;

/** What every act on an existing agreement takes. */
@InputType({ isAbstract: true })
export abstract class AgreementCommandInput extends CommandInput {
  @Field(() => ID, { description: 'The agreement (prestatieafspraken).' })
  @IsUUID()
  readonly agreementId!: AgreementId;
}

import { InputType, OmitType, PartialType } from '@nestjs/graphql';

import { CommitmentInput } from './commitment.inputs';

@InputType({
  description: 'A commitment while it is being written: any part may be missing (afspraak in wording).',
})
export class CommitmentSketchInput extends PartialType(
  OmitType(CommitmentInput, ['commitmentId', 'countsTowards'] as const),
) {}

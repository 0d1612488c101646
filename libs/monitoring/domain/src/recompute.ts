import type { CommitmentInputs } from './commitment.inputs';
import { judgeCommitment } from './judge-commitment';
import { judgeTarget } from './judge-target';
import type { TargetInputs } from './target.inputs';
import type { Verdict } from './verdict';

/**
 * The verdict again, from the `inputs` that a verdict carries and nothing else: what an outsider runs who does not
 * believe us. Inputs that came through JSON give the same verdict.
 */
export const recompute = (inputs: CommitmentInputs | TargetInputs): Verdict =>
  inputs.kind === 'COMMITMENT' ? judgeCommitment(inputs) : judgeTarget(inputs);

import { type Judgements, judgementsOn } from '@intekenboek/monitoring-application';
import type { CommitmentInputs, Moment, TargetInputs, Verdict } from '@intekenboek/monitoring-domain';

import { commitmentKey } from './commitment.rows';
import { type BindingCommitment, bindsOn, existsOn, type Facts, targetFacts, type TargetPart } from './facts';
import { governingAmong } from './governing';
import { commitmentsByTarget } from './links';

/** A commitment in force with the verdict of the day. */
export interface JudgedCommitment extends BindingCommitment {
  readonly verdict: Verdict<CommitmentInputs>;
}

/** A part of a target with the verdict of the day and the commitments that count to it. */
export interface JudgedPart extends TargetPart {
  readonly verdict: Verdict<TargetInputs>;
  readonly counted: readonly JudgedCommitment[];
}

/** Everything in some facts that can be judged on a day, judged. */
export interface JudgedDay {
  readonly moment: Moment;
  readonly facts: Facts;
  readonly commitments: readonly JudgedCommitment[];
  readonly parts: readonly JudgedPart[];
}

export function judgedOn(facts: Facts, moment: Moment): JudgedDay {
  const judgements = judgementsOn(moment);
  const commitments = judgedCommitments(facts, moment, judgements);
  const countedFor = commitmentsByTarget(commitments, moment.asOf);
  const governing = governingAmong(facts.parties);
  const parts = facts.parts
    .filter((part) => existsOn(part, moment))
    .map((part): JudgedPart => {
      const counted = countedFor(part);
      const debtorId = governing(part.row.territory, moment.asOf);
      return { ...part, counted, verdict: judgements.ofTarget(targetFacts(part, counted, debtorId)) };
    });
  return { moment, facts, commitments, parts };
}

function judgedCommitments(
  { commitments }: Facts,
  moment: Moment,
  judgements: Judgements,
): readonly JudgedCommitment[] {
  const binding = commitments.filter((each) => bindsOn(each, moment));
  const byKey = new Map(binding.map((each) => [each.row.commitment_key, each.facts]));
  return binding.map((each) => ({
    ...each,
    verdict: judgements.ofCommitment(each.facts, (id) =>
      byKey.get(commitmentKey(each.facts.agreementId, id)),
    ),
  }));
}

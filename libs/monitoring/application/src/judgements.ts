import {
  type CommitmentFacts,
  type CommitmentId,
  commitmentInputs,
  type CommitmentInputs,
  judgeCommitment,
  judgeTarget,
  type Moment,
  ruleOn,
  type TargetFacts,
  targetInputs,
  type TargetInputs,
  THRESHOLD_RULES,
  type ThresholdRule,
  type Verdict,
} from '@intekenboek/monitoring-domain';

/** Judges facts by the rules in force on the judged day. Rules are given in a spec only: the product has one set. */
export interface Judgements {
  /** `factsOf` finds prerequisites among the commitments of the same agreement. */
  readonly ofCommitment: (
    facts: CommitmentFacts,
    factsOf: (id: CommitmentId) => CommitmentFacts | undefined,
  ) => Verdict<CommitmentInputs>;
  readonly ofTarget: (facts: TargetFacts) => Verdict<TargetInputs>;
}

/** @throws Error when no rule covers the day. */
export function judgementsOn(moment: Moment, rules: readonly ThresholdRule[] = THRESHOLD_RULES): Judgements {
  const agreed = ruleOn(rules, 'AGREED', moment.asOf);
  const statutory = ruleOn(rules, 'TAAKSTELLING', moment.asOf);
  return {
    ofCommitment: (facts, factsOf) => judgeCommitment(commitmentInputs(facts, factsOf, agreed, moment)),
    ofTarget: (facts) =>
      judgeTarget(targetInputs(facts, facts.route === 'STATUTORY' ? statutory : agreed, moment)),
  };
}

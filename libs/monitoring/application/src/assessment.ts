import type { CalendarDate } from '@intekenboek/event-sourcing-core';
import type { VerdictV1 } from '@intekenboek/messaging-contracts';
import type { AgreementId, CommitmentFacts, CommitmentId, TargetFacts } from '@intekenboek/monitoring-domain';

import { judgementsOn } from './judgements';
import type { ProgressFactsSource } from './progress-facts.port';
import { verdictV1 } from './verdict.v1';

/**
 * Verdicts on every commitment in force and every part of every target that is owed in itself, on a day: what the
 * escalation policy runs on. The lag of a target that is summed from commitments is the lag of those commitments, which
 * have verdicts of their own; what nobody promised is shown as uncovered and is nobody's lag.
 * Asked again with `knownOn` it answers as it did that day, whatever came in since; without, late data counts.
 */
export type Assess = (asOf: CalendarDate, knownOn?: CalendarDate | null) => Promise<readonly VerdictV1[]>;

export const assessment =
  (source: ProgressFactsSource): Assess =>
  async (asOf, knownOn = null) => {
    const moment = { asOf, knownOn };
    const { commitments, targets } = await source.factsOn(moment);
    const judgements = judgementsOn(moment);
    const inAgreement = byAgreement(commitments);
    return [
      ...commitments.map((facts) =>
        judgements.ofCommitment(facts, (id) => inAgreement.get(facts.agreementId)?.get(id)),
      ),
      ...targets.filter(isOwedInItself).map((facts) => judgements.ofTarget(facts)),
    ].map(verdictV1);
  };

const isOwedInItself = ({ realisedBy }: TargetFacts): boolean => realisedBy === 'RECORDED';

/** Conditions bind commitments of one agreement, so prerequisites are found there. */
export function byAgreement(
  commitments: readonly CommitmentFacts[],
): ReadonlyMap<AgreementId, ReadonlyMap<CommitmentId, CommitmentFacts>> {
  const found = new Map<AgreementId, Map<CommitmentId, CommitmentFacts>>();
  for (const facts of commitments) {
    const known = found.get(facts.agreementId) ?? new Map<CommitmentId, CommitmentFacts>();
    found.set(facts.agreementId, known.set(facts.commitmentId, facts));
  }
  return found;
}

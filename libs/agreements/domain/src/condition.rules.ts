import type { RejectionDetails } from '@intekenboek/event-sourcing-core';

import { AgreementRejected } from './agreement.errors';
import type { AgreementTerms } from './agreement-terms';
import type { Commitment, Condition } from './commitment';
import { cycleThrough } from './condition.graph';
import { withEntry } from './entries';
import type { CommitmentId } from './ids';
import { requireUuid } from './wording';

/**
 * The condition keeps rule 6.4 together with all others: two commitments of different parties, needed in time, and
 * no circle in which everyone waits for everyone.
 * @throws AgreementRejected, always with the rule, the condition and the offending field.
 */
export function requireCondition(terms: AgreementTerms, condition: Condition): void {
  const on = detailsOf(condition);
  requireUuid(condition.conditionId, on('conditionId'));
  requireFit(terms, condition);

  const others = [...terms.conditions.values()].filter(
    (other) => other.conditionId !== condition.conditionId,
  );
  const twin = others.find(
    (other) =>
      other.dependentId === condition.dependentId && other.prerequisiteId === condition.prerequisiteId,
  );
  if (twin !== undefined) {
    throw new AgreementRejected('CONDITION_REPEATED', { ...on('prerequisiteId'), earlier: twin.conditionId });
  }
  const chain = cycleThrough(others, condition);
  if (chain !== null) throw new AgreementRejected('CONDITION_CYCLE', { ...on('prerequisiteId'), chain });
}

/** A commitment that changes must leave the conditions true in which it stands. @throws AgreementRejected */
export function requireConditionsFit(terms: AgreementTerms, revised: Commitment): void {
  const commitments = withEntry(terms.commitments, revised.commitmentId, revised);
  for (const condition of conditionsOf(terms, revised.commitmentId)) {
    requireFit({ ...terms, commitments }, condition);
  }
}

/** The conditions in which a commitment stands, on either side. */
export const conditionsOf = (terms: AgreementTerms, commitmentId: CommitmentId): readonly Condition[] =>
  [...terms.conditions.values()].filter(
    ({ dependentId, prerequisiteId }) => dependentId === commitmentId || prerequisiteId === commitmentId,
  );

function requireFit(terms: AgreementTerms, condition: Condition): void {
  const on = detailsOf(condition);
  const dependent = requireKnown(terms, condition.dependentId, on('dependentId'));
  const prerequisite = requireKnown(terms, condition.prerequisiteId, on('prerequisiteId'));
  if (dependent.debtorId === prerequisite.debtorId) {
    throw new AgreementRejected('CONDITION_OF_ONE_PARTY', {
      ...on('prerequisiteId'),
      partyId: dependent.debtorId,
    });
  }
  const { neededBy } = condition;
  if (neededBy < terms.from || neededBy > terms.until) {
    const term = { termFrom: terms.from, termUntil: terms.until };
    throw new AgreementRejected('NEEDED_BY_OUTSIDE_TERM', { ...on('neededBy'), neededBy, ...term });
  }
  if (neededBy > dependent.deadline) {
    const { deadline } = dependent;
    throw new AgreementRejected('NEEDED_BY_AFTER_DEADLINE', { ...on('neededBy'), neededBy, deadline });
  }
}

function requireKnown(terms: AgreementTerms, id: CommitmentId, details: RejectionDetails): Commitment {
  const commitment = terms.commitments.get(id);
  if (commitment === undefined) {
    throw new AgreementRejected('COMMITMENT_UNKNOWN', { ...details, commitmentId: id });
  }
  return commitment;
}

const detailsOf =
  ({ conditionId }: Condition) =>
  (field: string): RejectionDetails => ({ rule: '6.4', field, conditionId });

import type { PartyId } from '@intekenboek/event-sourcing-core';
import { callsForEscalation, type Evidence, type Subject, subjectKey } from '@intekenboek/escalations-domain';

/** One cause, with all that it makes lag. One cause is one case (domain section 9). */
export interface CaseGround {
  readonly subject: Subject;
  /** Who owes what lags; null for a target, whose territory is governed by a party of the register. */
  readonly debtorId: PartyId | null;
  readonly territory: string;
  /** The verdict on the subject first, where there is one; then those that wait for it, in order of subject. */
  readonly evidence: readonly Evidence[];
}

/**
 * The grounds for cases in these verdicts. What is blocked is laid at the root of its chain, once for all that wait
 * for the same root, and together with the root's own lag.
 */
export function groundsOf(verdicts: readonly Evidence[]): readonly CaseGround[] {
  const ofCommitment = new Map<string, Evidence>();
  for (const verdict of verdicts) {
    if (verdict.subject.kind === 'COMMITMENT') ofCommitment.set(verdict.subject.commitmentId, verdict);
  }

  const grounds = new Map<string, CaseGround>();
  for (const verdict of inOrderOfSubject(verdicts.filter(callsForEscalation))) {
    const root = rootOf(verdict, ofCommitment);
    const key = subjectKey(root.subject);
    const known = grounds.get(key) ?? root;
    const isListed = known.evidence.some(
      ({ subject }) => subjectKey(subject) === subjectKey(verdict.subject),
    );
    grounds.set(key, isListed ? known : { ...known, evidence: [...known.evidence, verdict] });
  }
  return [...grounds.values()];
}

function rootOf(verdict: Evidence, ofCommitment: ReadonlyMap<string, Evidence>): CaseGround {
  const { subject, attribution, debtorId, territory } = verdict;
  if (verdict.state !== 'BLOCKED' || attribution === null) {
    return { subject, debtorId, territory, evidence: [verdict] };
  }
  const root = ofCommitment.get(attribution.commitmentId);
  if (root !== undefined) {
    return {
      subject: root.subject,
      debtorId: attribution.partyId,
      territory: root.territory,
      evidence: [root],
    };
  }
  // Conditions bind commitments of one agreement, so that the root is known without a verdict of its own.
  const { commitmentId, partyId } = attribution;
  return subject.kind === 'COMMITMENT'
    ? { subject: { ...subject, commitmentId }, debtorId: partyId, territory, evidence: [] }
    : { subject, debtorId: partyId, territory, evidence: [] };
}

const inOrderOfSubject = (verdicts: readonly Evidence[]): readonly Evidence[] =>
  verdicts
    .map((verdict) => ({ verdict, key: subjectKey(verdict.subject) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ verdict }) => verdict);

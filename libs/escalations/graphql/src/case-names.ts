import type { PartyId } from '@intekenboek/event-sourcing-core';
import type { CommitmentId, Subject } from '@intekenboek/escalations-domain';
import type { EscalationRow, EscalationStore } from '@intekenboek/escalations-read-model';

import type { EscalationPartyType, EscalationSubjectType } from './case-parts.types';

/** What parties and subjects of some cases are called. */
export interface CaseNames {
  readonly party: (partyId: string) => EscalationPartyType;
  readonly subject: (subject: Subject) => EscalationSubjectType;
  /** A promise of which only the id is known, in the agreement of its chain. */
  readonly commitment: (commitmentId: CommitmentId) => EscalationSubjectType;
}

/** Looks up all names of these cases in two questions, however many cases there are. */
export async function namesIn(store: EscalationStore, rows: readonly EscalationRow[]): Promise<CaseNames> {
  const [parties, titles] = await Promise.all([
    store.partiesNamed([...new Set(rows.flatMap(partiesIn))]),
    store.titlesOf([...new Set(rows.flatMap(subjectsIn))]),
  ]);
  const titleOf = (id: string) => titles.get(id)?.title ?? id;

  function subject(given: Subject): EscalationSubjectType {
    if (given.kind === 'COMMITMENT') {
      const { kind, agreementId, commitmentId } = given;
      const title = titleOf(commitmentId);
      const agreementTitle = titles.get(agreementId)?.title ?? null;
      return { kind, title, agreementId, agreementTitle, commitmentId, targetId: null, territory: null };
    }
    const { kind, targetId, territory } = given;
    const title = titleOf(targetId);
    return { kind, title, agreementId: null, agreementTitle: null, commitmentId: null, targetId, territory };
  }

  return {
    party: (id) => {
      const known = parties.get(id);
      return { id: id as PartyId, name: known?.name ?? id, kind: known?.kind ?? null };
    },
    subject,
    commitment: (commitmentId) => ({
      kind: 'COMMITMENT',
      title: titleOf(commitmentId),
      agreementId: titles.get(commitmentId)?.agreement_id ?? null,
      agreementTitle: null,
      commitmentId,
      targetId: null,
      territory: null,
    }),
  };
}

const partiesIn = (row: EscalationRow): readonly string[] => [
  row.responding_party_id,
  ...row.concerned_party_ids,
  ...row.knowing_party_ids,
  ...row.rungs.flatMap(({ decidingPartyIds }) => decidingPartyIds),
  ...row.history.map(({ partyId }) => partyId),
];

const subjectsIn = ({ subject, evidence, cause }: EscalationRow): readonly string[] => [
  ...idsOf(subject),
  ...evidence.flatMap((verdict) => idsOf(verdict.subject)),
  ...(cause?.kind === 'BLOCKED_BY' ? cause.chain : []),
];

const idsOf = (subject: Subject): readonly string[] =>
  subject.kind === 'COMMITMENT' ? [subject.agreementId, subject.commitmentId] : [subject.targetId];

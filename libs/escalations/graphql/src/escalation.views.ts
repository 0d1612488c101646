import { subjectKey } from '@intekenboek/escalations-domain';
import type { EscalationRow, EscalationStore, HistoryEntry } from '@intekenboek/escalations-read-model';
import type { Actor } from '@intekenboek/event-sourcing-core';

import type { EscalationResponseType } from './case-acts.types';
import { type CaseNames, namesIn } from './case-names';
import type { EscalationCauseType, EscalationPartyType } from './case-parts.types';
import { reasonWords } from './case-words';
import { actionsOf } from './escalation.actions';
import type { EscalationStep } from './escalation.enums';
import type { EscalationType } from './escalation.types';
import { evidenceOf } from './evidence.views';
import { historyWords } from './history.words';
import { ladderOf } from './ladder.views';
import { summaryWords } from './summary.words';

/** These cases as their reader sees them. */
export async function escalationsOf(
  store: EscalationStore,
  rows: readonly EscalationRow[],
  reader: Actor,
): Promise<readonly EscalationType[]> {
  const names = await namesIn(store, rows);
  return rows.map((row) => escalationOf(row, names, reader));
}

const escalationOf = (row: EscalationRow, names: CaseNames, reader: Actor): EscalationType => ({
  id: row.escalation_id,
  revision: row.revision,
  route: row.route,
  status: row.status,
  isOpen: row.is_open,
  summary: summaryWords(row, names),
  subject: names.subject(row.subject),
  waitingSubjects: row.evidence
    .filter(({ subject }) => subjectKey(subject) !== subjectKey(row.subject))
    .map(({ subject }) => names.subject(subject)),
  period: row.period,
  territory: row.territory,
  province: row.province,
  cause: causeOf(row, names),
  respondingParty: names.party(row.responding_party_id),
  concernedParties: row.concerned_party_ids.map(names.party),
  decidingParties: row.to_decide_party_ids.map(names.party),
  ladder: ladderOf(row, names),
  rung: row.rung,
  termEndsOn: row.term_ends_on,
  isExplained: row.is_explained,
  isOverdue: row.is_overdue,
  raisedOn: row.raised_on,
  evidence: evidenceOf(row, names, reader),
  response: responseOf(row, names),
  decision: withParty(row.decision, names),
  proposal: row.proposal,
  placement: withParty(row.placement, names),
  resolvedOn: row.resolution?.resolvedOn ?? null,
  history: row.history.map((entry) => ({
    ...entry,
    step: STEPS[entry.type],
    words: historyWords(entry, row, names),
    party: names.party(entry.partyId),
  })),
  actions: actionsOf(row, reader),
});

function causeOf({ cause }: EscalationRow, names: CaseNames): EscalationCauseType | null {
  if (cause === null) return null;
  const chain = cause.kind === 'BLOCKED_BY' ? cause.chain.map(names.commitment) : [];
  return { kind: cause.kind, party: names.party(cause.partyId), chain };
}

const responseOf = ({ response }: EscalationRow, names: CaseNames): EscalationResponseType | null =>
  response === null
    ? null
    : { ...response, party: names.party(response.partyId), reason: reasonWords(response.reasonCode) };

const withParty = <Act extends { readonly partyId: string }>(
  act: Act | null,
  names: CaseNames,
): (Act & { readonly party: EscalationPartyType }) | null =>
  act === null ? null : { ...act, party: names.party(act.partyId) };

const STEPS: Readonly<Record<HistoryEntry['type'], EscalationStep>> = {
  EscalationRaised: 'RAISED',
  EscalationSubjectsAdded: 'SUBJECTS_ADDED',
  EscalationResponseGiven: 'RESPONSE_GIVEN',
  EscalationViewGiven: 'VIEW_GIVEN',
  EscalationMovedUp: 'MOVED_UP',
  EscalationBecameOverdue: 'BECAME_OVERDUE',
  EscalationDecided: 'DECIDED',
  EscalationResolved: 'RESOLVED',
  PlacementProposed: 'PLACEMENT_PROPOSED',
  PlacementAccepted: 'PLACEMENT_ACCEPTED',
  PlacementSetAside: 'PLACEMENT_SET_ASIDE',
};

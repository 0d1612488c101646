import type { PartyId, RecordedEvent } from '@intekenboek/event-sourcing-core';
import {
  decodeEscalationEvent,
  type EscalationEvent,
  type EscalationRaised,
  type Evidence,
  type PlacementProposed,
  subjectKey,
} from '@intekenboek/escalations-domain';

import type { EscalationRow, HistoryEntry } from './escalation.tables';

const WITHOUT_TERM = '9999-12-31';

/** The case after an event, with one more line in its history. */
export function evolveEscalationRow(
  row: EscalationRow | null,
  recorded: RecordedEvent,
): EscalationRow | null {
  const event = decodeEscalationEvent(recorded.type, recorded.data);
  const next = evolveCase(row, event, recorded);
  if (next === null) return null;
  const history = [...(row?.history ?? []), historyEntry(event, recorded)];
  return { ...next, revision: recorded.revision, history };
}

function evolveCase(
  row: EscalationRow | null,
  { type, data }: EscalationEvent,
  { effectiveAt }: RecordedEvent,
): EscalationRow | null {
  if (type === 'EscalationRaised') return raised(data);
  if (type === 'PlacementProposed') return proposed(data);
  if (row === null) return null;

  switch (type) {
    case 'EscalationSubjectsAdded':
      return {
        ...row,
        evidence: [...row.evidence, ...data.evidence],
        subject_keys: unique([...row.subject_keys, ...keysOf(data.evidence)]),
        concerned_party_ids: unique([...row.concerned_party_ids, ...data.concernedPartyIds]),
        knowing_party_ids: unique([...row.knowing_party_ids, ...data.concernedPartyIds]),
      };
    case 'EscalationResponseGiven': {
      const { partyId, reasonCode, text, evidenceReference, recoveryOn } = data;
      const response = { partyId, reasonCode, text, evidenceReference, recoveryOn, effectiveAt };
      return { ...row, response, is_explained: true, to_respond_party_id: null };
    }
    case 'EscalationViewGiven':
      return row;
    case 'EscalationMovedUp':
      return { ...row, rung: data.rung, ...termUntil(data.termEndsOn), ...decidingOn(row, data.rung) };
    case 'EscalationBecameOverdue':
      return { ...row, is_overdue: true };
    case 'EscalationDecided': {
      const { partyId, rung, instrument, reasons, recoverBy } = data;
      const decision = { partyId, rung, instrument, reasons, recoverBy, effectiveAt };
      return { ...row, status: 'DECIDED', decision, ...nobodyMustAct };
    }
    case 'EscalationResolved': {
      const { resolvedOn, state, evidence } = data;
      const resolution = { resolvedOn, state, evidence };
      return { ...row, status: 'RESOLVED', is_open: false, resolution, ...nobodyMustAct };
    }
    case 'PlacementAccepted': {
      const { partyId, rung, reason, publicationReference } = data;
      const placement = { partyId, rung, reason, isExcusable: false, publicationReference, effectiveAt };
      return { ...row, status: 'PLACED', is_open: false, rung, placement, ...nobodyMustAct };
    }
    case 'PlacementSetAside': {
      const { partyId, reason, isExcusable, publicationReference } = data;
      const placement = { partyId, rung: null, reason, isExcusable, publicationReference, effectiveAt };
      return { ...row, status: 'SET_ASIDE', is_open: false, placement, ...nobodyMustAct };
    }
  }
}

function raised(data: EscalationRaised['data']): EscalationRow {
  const deciders = data.rungs.find(({ number }) => number === data.rung)?.decidingPartyIds ?? [];
  return {
    ...nothingSaid,
    escalation_id: data.escalationId,
    route: 'AGREED',
    status: 'OPEN',
    subject: data.subject,
    subject_keys: unique([subjectKey(data.subject), ...keysOf(data.evidence)]),
    period: data.period,
    territory: data.territory,
    province: data.province,
    cause: data.cause,
    responding_party_id: data.respondingPartyId,
    concerned_party_ids: data.concernedPartyIds,
    knowing_party_ids: unique([data.respondingPartyId, ...data.concernedPartyIds, ...deciders]),
    to_respond_party_id: data.respondingPartyId,
    to_decide_party_ids: deciders,
    ladder_id: data.ladderId,
    rungs: data.rungs,
    skipped_rungs: data.skippedRungs,
    rung: data.rung,
    ...termUntil(data.termEndsOn),
    raised_on: data.raisedOn,
    evidence: data.evidence,
    proposal: null,
  };
}

function proposed(data: PlacementProposed['data']): EscalationRow {
  const { municipalityId, provinceId, missedPeriods, previousRung, criterionSource } = data;
  return {
    ...nothingSaid,
    escalation_id: data.escalationId,
    route: 'STATUTORY',
    status: 'PROPOSED',
    subject: data.subject,
    subject_keys: [subjectKey(data.subject)],
    period: data.period,
    territory: data.territory,
    province: data.province,
    cause: null,
    responding_party_id: municipalityId,
    concerned_party_ids: [municipalityId],
    knowing_party_ids: [municipalityId, provinceId],
    // The municipality may explain, and need not: only the province must act.
    to_respond_party_id: null,
    to_decide_party_ids: [provinceId],
    ladder_id: data.ladderId,
    rungs: [],
    skipped_rungs: [],
    rung: null,
    term_ends_on: null,
    due_key: WITHOUT_TERM,
    raised_on: data.proposedOn,
    evidence: data.evidence,
    proposal: { provinceId, rung: data.proposedRung, missedPeriods, previousRung, criterionSource },
  };
}

const nothingSaid = {
  revision: 0,
  is_open: true,
  is_explained: false,
  is_overdue: false,
  response: null,
  decision: null,
  placement: null,
  resolution: null,
  history: [],
} as const;

const nobodyMustAct = {
  to_respond_party_id: null,
  to_decide_party_ids: [],
  term_ends_on: null,
  due_key: WITHOUT_TERM,
} as const;

const termUntil = (term_ends_on: NonNullable<EscalationRow['term_ends_on']>) => ({
  term_ends_on,
  due_key: term_ends_on,
});

/** Those who decide on a rung know of the case from when it stands there. */
function decidingOn(row: EscalationRow, rung: number) {
  const deciders: readonly PartyId[] =
    row.rungs.find(({ number }) => number === rung)?.decidingPartyIds ?? [];
  return {
    to_decide_party_ids: deciders,
    knowing_party_ids: unique([...row.knowing_party_ids, ...deciders]),
  };
}

function historyEntry({ type, data }: EscalationEvent, recorded: RecordedEvent): HistoryEntry {
  const { revision, effectiveAt, recordedAt, metadata } = recorded;
  const { personId, partyId } = metadata;
  const details = Object.fromEntries(Object.entries(data).filter(([field]) => field !== 'evidence'));
  return { revision, type, personId, partyId, effectiveAt, recordedAt, details } as HistoryEntry;
}

const keysOf = (evidence: readonly Evidence[]) => evidence.map(({ subject }) => subjectKey(subject));

const unique = <T>(values: readonly T[]): readonly T[] => [...new Set(values)];

import type { RecordedEvent } from '@intekenboek/event-sourcing-core';
import { ESCALATION_EVENT_TYPES } from '@intekenboek/escalations-domain';
import type { IntegrationEvent, IntegrationTranslator } from '@intekenboek/messaging-contracts';
import type { RowProjection } from '@intekenboek/platform-sql';

import type { EscalationTables, KnownPartyRow, SubjectTitleRow } from './escalation.tables';

const OWN_TYPES: ReadonlySet<string> = new Set(ESCALATION_EVENT_TYPES);

/** What other contexts say in an event that is not one of ours. */
const told =
  (others: IntegrationTranslator) =>
  (recorded: RecordedEvent): readonly IntegrationEvent[] =>
    OWN_TYPES.has(recorded.type) ? [] : others.translate(recorded);

/** Parties as the register publishes them: their names, what they govern and in which party they went on. */
export function knownParties(others: IntegrationTranslator): RowProjection<EscalationTables, 'known_party'> {
  const messages = told(others);
  return {
    table: 'known_party',
    key: 'party_id',
    keysOf: (recorded) =>
      messages(recorded).flatMap(({ type, data }) =>
        type === 'parties.party-registered.v1' || type === 'parties.party-merged.v1' ? data.partyId : [],
      ),
    evolve: (row, recorded, key) =>
      messages(recorded).reduce((known, message) => partyAfter(known, message, key), row),
  };
}

function partyAfter(
  row: KnownPartyRow | null,
  { type, data }: IntegrationEvent,
  key: string,
): KnownPartyRow | null {
  if (type === 'parties.party-registered.v1' && data.partyId === key) {
    const { partyId, kind, name, territory } = data;
    return { party_id: partyId, kind, name, territory, successor_ids: row?.successor_ids ?? [] };
  }
  if (type === 'parties.party-merged.v1' && data.partyId === key && row !== null) {
    return { ...row, successor_ids: data.successorIds };
  }
  return row;
}

/** What agreements, commitments and targets are called. A commitment that was removed keeps its last text. */
export function subjectTitles(
  others: IntegrationTranslator,
): RowProjection<EscalationTables, 'subject_title'> {
  const titles = (recorded: RecordedEvent) => told(others)(recorded).flatMap(titleIn);
  return {
    table: 'subject_title',
    key: 'subject_id',
    keysOf: (recorded) => titles(recorded).map(({ subject_id }) => subject_id),
    evolve: (row, recorded, key) => titles(recorded).findLast(({ subject_id }) => subject_id === key) ?? row,
  };
}

function titleIn({ type, data }: IntegrationEvent): SubjectTitleRow | readonly SubjectTitleRow[] {
  switch (type) {
    case 'agreements.agreement-drafted.v1':
      return { subject_id: data.agreementId, title: data.title, agreement_id: null };
    case 'agreements.commitment-recorded.v1': {
      const { commitmentId, text } = data.commitment;
      return { subject_id: commitmentId, title: text, agreement_id: data.agreementId };
    }
    case 'targets.target-set.v1':
      return { subject_id: data.targetId, title: data.name, agreement_id: null };
    case 'agreements.commitment-removed.v1':
    case 'agreements.condition-recorded.v1':
    case 'agreements.condition-removed.v1':
    case 'agreements.signatory-left.v1':
    case 'agreements.agreement-in-force.v1':
    case 'agreements.progress-reported.v1':
    case 'agreements.progress-confirmed.v1':
    case 'agreements.progress-disputed.v1':
    case 'agreements.progress-corrected.v1':
    case 'parties.party-registered.v1':
    case 'parties.party-merged.v1':
    case 'targets.target-apportioned.v1':
    case 'targets.target-revised.v1':
    case 'targets.backlog-recorded.v1':
    case 'targets.realisation-recorded.v1':
    case 'escalations.escalation-raised.v1':
    case 'escalations.escalation-moved.v1':
    case 'escalations.escalation-closed.v1':
      return [];
  }
}

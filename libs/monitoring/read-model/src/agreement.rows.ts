import type { CalendarDate } from '@intekenboek/event-sourcing-core';
import type { AgreementIntegrationEvent } from '@intekenboek/messaging-contracts';

import type { AgreementRow } from './monitoring.tables';
import type { RowRules } from './published';

/** What agreements publish. */
export const isOfAgreements = (event: { readonly type: string }): event is AgreementIntegrationEvent =>
  event.type.startsWith('agreements.');

/** Agreements, with the conditions between their commitments. */
export const agreementRows: RowRules<'agreement'> = {
  table: 'agreement',
  key: 'agreement_id',
  keysOf: (event) => (isOfAgreements(event) && concerns(event) ? [event.data.agreementId] : []),
  evolve: (row, { event, recordedOn }) => (isOfAgreements(event) ? evolve(row, event, recordedOn) : row),
};

/** Progress changes a commitment and leaves its agreement as it is. */
const concerns = ({ type }: AgreementIntegrationEvent): boolean =>
  !type.startsWith('agreements.progress-') && !type.startsWith('agreements.commitment-');

function evolve(
  row: AgreementRow | null,
  { type, data }: AgreementIntegrationEvent,
  recordedOn: CalendarDate,
): AgreementRow | null {
  if (type === 'agreements.agreement-drafted.v1') {
    return {
      agreement_id: data.agreementId,
      kind: data.kind,
      title: data.title,
      visibility: data.visibility,
      signatory_ids: data.signatoryIds,
      in_force_from: null,
      in_force_recorded_on: null,
      conditions: [],
    };
  }
  if (row === null) return null;
  switch (type) {
    case 'agreements.signatory-left.v1':
      return { ...row, signatory_ids: row.signatory_ids.filter((partyId) => partyId !== data.partyId) };
    case 'agreements.condition-recorded.v1': {
      const others = row.conditions.filter((known) => known.conditionId !== data.condition.conditionId);
      return { ...row, conditions: [...others, data.condition] };
    }
    case 'agreements.condition-removed.v1':
      return { ...row, conditions: row.conditions.filter((known) => known.conditionId !== data.conditionId) };
    case 'agreements.agreement-in-force.v1':
      return { ...row, in_force_from: data.inForceFrom, in_force_recorded_on: recordedOn };
    case 'agreements.commitment-recorded.v1':
    case 'agreements.commitment-removed.v1':
    case 'agreements.progress-reported.v1':
    case 'agreements.progress-confirmed.v1':
    case 'agreements.progress-disputed.v1':
    case 'agreements.progress-corrected.v1':
      return row;
  }
}

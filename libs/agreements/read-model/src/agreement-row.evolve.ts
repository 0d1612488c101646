import { type AgreementEvent, decodeAgreementEvent } from '@intekenboek/agreements-domain';
import type { RecordedEvent } from '@intekenboek/event-sourcing-core';

import type { AgreementRow } from './agreement.tables';
import { step, withSigning } from './agreement-signing.evolve';
import { ofSignatories, withText } from './agreement-text.evolve';

/** The agreement as it reads after an event. */
export function evolveAgreementRow(row: AgreementRow | null, recorded: RecordedEvent): AgreementRow | null {
  const event = decodeAgreementEvent(recorded.type, recorded.data);
  if (event.type === 'AgreementDrafted') return drafted(event.data, recorded);
  if (row === null) return null;
  const changed = withText(withSigning(row, event, recorded), event);
  return { ...changed, revision: recorded.revision };
}

function drafted(
  data: Extract<AgreementEvent, { type: 'AgreementDrafted' }>['data'],
  recorded: RecordedEvent,
): AgreementRow {
  return {
    agreement_id: data.agreementId,
    revision: recorded.revision,
    status: 'DRAFT',
    kind: data.kind,
    title: data.title,
    term_from: data.from,
    term_until: data.until,
    visibility: data.visibility,
    legal_basis: data.legalBasis,
    ...ofSignatories(data.signatories, {}),
    commitment_territories: {},
    conditions: [],
    one_sidedness: null,
    tenants_declines: [],
    text_version: 0,
    content_hash: null,
    proposed_on: null,
    signatures: [],
    in_force_from: null,
    steps: [step('DRAFTED', recorded, { partyId: data.draftedBy })],
    drafted_position: recorded.position,
  };
}

import type { AgreementRow, Seen, StepView } from '@intekenboek/agreements-read-model';
import type { PartyId } from '@intekenboek/event-sourcing-core';

import type { AgreementPartyType, AgreementType, SignatureType, StepType } from './agreement.types';

/** An agreement on its way out, with what its other fields are looked up by. */
export interface AgreementNode extends AgreementType {
  readonly seen: Seen<AgreementRow>;
}

export const partyOf = (id: PartyId): AgreementPartyType => ({ id });

export function agreementOf(seen: Seen<AgreementRow>): AgreementNode {
  const { row } = seen;
  const signatures = signaturesOf(row);
  return {
    seen,
    id: row.agreement_id,
    revision: row.revision,
    status: row.status,
    kind: row.kind,
    title: row.title,
    from: row.term_from,
    until: row.term_until,
    visibility: row.visibility,
    legalBasis: row.legal_basis,
    signatories: row.signatory_ids.map(partyOf),
    textVersion: row.text_version,
    contentHash: row.content_hash,
    proposedOn: row.proposed_on,
    signatures,
    waitingFor: signatures.filter(({ state }) => state === 'WAITING').map(({ party }) => party),
    inForceFrom: row.in_force_from,
    conditions: row.conditions.map(({ conditionId, dependentId, prerequisiteId, neededBy }) => ({
      id: conditionId,
      dependentId,
      prerequisiteId,
      neededBy,
    })),
    oneSidedness: row.one_sidedness,
    tenantsDeclines: row.tenants_declines.map(({ partyId, reason }) => ({
      party: partyId === null ? null : partyOf(partyId),
      reason,
    })),
    steps: stepsFor(seen),
  };
}

function signaturesOf(row: AgreementRow): readonly SignatureType[] {
  if (row.status === 'DRAFT') return [];
  return row.signatory_ids.map((partyId) => {
    const party = partyOf(partyId);
    const answer = row.signatures.find((signature) => signature.partyId === partyId);
    if (answer === undefined) return { party, ...unanswered };
    const { state, signedOn, reasons, effectiveAt, recordedAt } = answer;
    return { party, state, signedOn, reasons, effectiveAt, recordedAt };
  });
}

const unanswered = {
  state: 'WAITING',
  signedOn: null,
  reasons: null,
  effectiveAt: null,
  recordedAt: null,
} as const;

// How parties came to the text is theirs; the public sees how the text that binds came into force.
function stepsFor({ row, access }: Seen<AgreementRow>): readonly StepType[] {
  if (access !== 'PUBLIC') return row.steps.map(stepOf);
  return row.steps
    .filter(({ step, textVersion }) => step !== 'DECLINED' && textVersion === row.text_version)
    .map((step) => ({ ...stepOf(step), reason: null }));
}

const stepOf = ({ step, partyId, textVersion, reason, effectiveAt, recordedAt }: StepView): StepType => ({
  step,
  party: partyId === null ? null : partyOf(partyId),
  textVersion,
  reason,
  effectiveAt,
  recordedAt,
});

import type { AgreementEvent } from '@intekenboek/agreements-domain';
import type { RecordedEvent } from '@intekenboek/event-sourcing-core';

import type { AgreementRow, AgreementStep, BothTimes, SignatureView, StepView } from './agreement.tables';

/** The row with what an event says of its way to force. */
export function withSigning(
  row: AgreementRow,
  { type, data }: AgreementEvent,
  recorded: RecordedEvent,
): AgreementRow {
  const took = (name: AgreementStep, told: Partial<StepView>) => ({
    steps: [...row.steps, step(name, recorded, told)],
  });
  switch (type) {
    case 'TenantsDeclined':
      return { ...row, ...took('TENANTS_DECLINED', { partyId: data.recordedBy, reason: data.reason }) };
    case 'AgreementProposed': {
      const { textVersion, contentHash, proposedBy, proposedOn } = data;
      const text = { text_version: textVersion, content_hash: contentHash, proposed_on: proposedOn };
      const steps = took('PROPOSED', { partyId: proposedBy, textVersion });
      return { ...row, ...text, status: 'PROPOSED', signatures: [], ...steps };
    }
    case 'ProposalWithdrawn': {
      const { textVersion, withdrawnBy, reason } = data;
      const steps = took('WITHDRAWN', { partyId: withdrawnBy, textVersion, reason });
      return { ...row, status: 'DRAFT', content_hash: null, proposed_on: null, signatures: [], ...steps };
    }
    case 'AgreementSigned': {
      const { partyId, textVersion, signedOn } = data;
      const signature = { partyId, state: 'SIGNED' as const, textVersion, signedOn, reasons: null };
      return { ...withAnswer(row, signature, recorded), ...took('SIGNED', { partyId, textVersion }) };
    }
    case 'AgreementDeclined': {
      const { partyId, textVersion, reasons } = data;
      const answer = { partyId, state: 'DECLINED' as const, textVersion, signedOn: null, reasons };
      const steps = took('DECLINED', { partyId, textVersion, reason: reasons });
      return { ...withAnswer(row, answer, recorded), ...steps };
    }
    case 'AgreementEnteredIntoForce': {
      const { textVersion, inForceFrom } = data;
      const steps = took('ENTERED_INTO_FORCE', { textVersion });
      return { ...row, status: 'IN_FORCE', in_force_from: inForceFrom, ...steps };
    }
    case 'AgreementDrafted':
    case 'CommitmentAdded':
    case 'CommitmentRevised':
    case 'CommitmentRemoved':
    case 'ConditionAdded':
    case 'ConditionRemoved':
    case 'OneSidednessExplained':
    case 'ProgressReported':
    case 'ProgressConfirmed':
    case 'ProgressDisputed':
    case 'ProgressCorrected':
      return row;
  }
}

/** The last answer of a party counts. */
function withAnswer(
  row: AgreementRow,
  answer: Omit<SignatureView, keyof BothTimes>,
  recorded: RecordedEvent,
): AgreementRow {
  const others = row.signatures.filter(({ partyId }) => partyId !== answer.partyId);
  return { ...row, signatures: [...others, { ...answer, ...timesOf(recorded) }] };
}

/** A step in the life of the agreement; what is not told is null. */
export const step = (
  name: AgreementStep,
  recorded: RecordedEvent,
  told: Partial<Pick<StepView, 'partyId' | 'textVersion' | 'reason'>>,
): StepView => ({
  step: name,
  partyId: told.partyId ?? null,
  textVersion: told.textVersion ?? null,
  reason: told.reason ?? null,
  ...timesOf(recorded),
});

export const timesOf = ({ effectiveAt, recordedAt }: RecordedEvent): BothTimes => ({
  effectiveAt,
  recordedAt,
});

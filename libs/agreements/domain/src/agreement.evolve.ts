import type { PartyId } from '@intekenboek/event-sourcing-core';

import type { AgreementEvent } from './agreement.events';
import type { Agreement, Draft, DraftedAgreement, Written } from './agreement.state';
import { withEntry, withoutEntry } from './entries';
import { requirePhase } from './phase';
import { evolveProgress } from './progress.evolve';

/** What the agreement is after an event. @throws Error when the stream is damaged. */
export function evolve(agreement: Agreement, event: AgreementEvent): Agreement {
  if (event.type === 'AgreementDrafted') return drafted(event.data);
  if (agreement.status === 'NOT_DRAFTED') throw new Error(`${event.type} came before AgreementDrafted.`);
  const { type, data } = event;

  switch (type) {
    case 'CommitmentAdded':
    case 'CommitmentRevised':
      return {
        ...agreement,
        commitments: withEntry(agreement.commitments, data.commitment.commitmentId, data.commitment),
      };
    case 'CommitmentRemoved':
      return { ...agreement, commitments: withoutEntry(agreement.commitments, data.commitmentId) };
    case 'ConditionAdded':
      return {
        ...agreement,
        conditions: withEntry(agreement.conditions, data.condition.conditionId, data.condition),
      };
    case 'ConditionRemoved':
      return { ...agreement, conditions: withoutEntry(agreement.conditions, data.conditionId) };
    case 'OneSidednessExplained':
      return { ...agreement, oneSidedness: data.explanation };
    case 'TenantsDeclined':
      return withoutTenants(agreement, data.partyId, data.reason);
    case 'AgreementProposed':
    case 'ProposalWithdrawn':
    case 'AgreementSigned':
    case 'AgreementDeclined':
    case 'AgreementEnteredIntoForce':
      return evolveSigning(agreement, event);
    case 'ProgressReported':
    case 'ProgressConfirmed':
    case 'ProgressDisputed':
    case 'ProgressCorrected':
      return evolveProgress(agreement, event);
  }
}

type SigningEvent = Extract<
  AgreementEvent,
  {
    type:
      | 'AgreementProposed'
      | 'ProposalWithdrawn'
      | 'AgreementSigned'
      | 'AgreementDeclined'
      | 'AgreementEnteredIntoForce';
  }
>;

function evolveSigning(agreement: DraftedAgreement, { type, data }: SigningEvent): Agreement {
  const written = writtenPartOf(agreement);
  switch (type) {
    case 'AgreementProposed': {
      const { textVersion, contentHash, proposedOn } = data;
      return { ...written, status: 'PROPOSED', textVersion, contentHash, proposedOn, signedBy: new Map() };
    }
    case 'ProposalWithdrawn':
      return { ...written, status: 'DRAFT' };
    case 'AgreementSigned': {
      const proposed = requirePhase(agreement, 'PROPOSED', type);
      const declinedBy = withoutEntry(proposed.declinedBy, data.partyId);
      return { ...proposed, declinedBy, signedBy: withEntry(proposed.signedBy, data.partyId, data.signedOn) };
    }
    case 'AgreementDeclined':
      return { ...agreement, declinedBy: withEntry(agreement.declinedBy, data.partyId, data.textVersion) };
    case 'AgreementEnteredIntoForce':
      return { ...written, status: 'IN_FORCE', contentHash: data.contentHash, reports: new Map() };
  }
}

function drafted(data: Extract<AgreementEvent, { type: 'AgreementDrafted' }>['data']): Draft {
  const { agreementId, kind, title, signatories, from, until, visibility, legalBasis } = data;
  return {
    status: 'DRAFT',
    agreementId,
    kind,
    title,
    signatories: new Map(signatories.map((signatory) => [signatory.partyId, signatory])),
    from,
    until,
    visibility,
    legalBasis,
    commitments: new Map(),
    conditions: new Map(),
    oneSidedness: null,
    tenantsDeclines: [],
    textVersion: 0,
    declinedBy: new Map(),
  };
}

function withoutTenants(
  agreement: DraftedAgreement,
  partyId: PartyId | null,
  reason: string,
): DraftedAgreement {
  const tenantsDeclines = [...agreement.tenantsDeclines, { partyId, reason }];
  if (partyId === null) return { ...agreement, tenantsDeclines };
  return { ...agreement, tenantsDeclines, signatories: withoutEntry(agreement.signatories, partyId) };
}

function writtenPartOf(agreement: DraftedAgreement): Written {
  const { agreementId, kind, title, signatories, from, until, visibility, legalBasis } = agreement;
  const { commitments, conditions, oneSidedness, tenantsDeclines, textVersion, declinedBy } = agreement;
  const heading = { agreementId, kind, title, signatories, from, until, visibility, legalBasis };
  return { ...heading, commitments, conditions, oneSidedness, tenantsDeclines, textVersion, declinedBy };
}

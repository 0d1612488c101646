import { type CalendarDate, latest } from '@intekenboek/event-sourcing-core';

import type {
  DeclineAgreement,
  ProposeAgreement,
  SignAgreement,
  WithdrawProposal,
} from './agreement.commands';
import { AgreementRejected } from './agreement.errors';
import type { AgreementEvent } from './agreement.events';
import type { DraftedAgreement, InForce, Proposed } from './agreement.state';
import { hashOfTerms } from './agreement-terms';
import { effectiveDay } from './amsterdam-day';
import { requireDraft } from './guards';
import { requireProposable } from './proposal.rules';
import { REASON, requireText } from './wording';

type Events = readonly AgreementEvent[];

/** Freezes the text. Proposing what is proposed already changes nothing: it is the same text. */
export function propose({ meta }: ProposeAgreement, agreement: DraftedAgreement): Events {
  if (agreement.status === 'PROPOSED') return [];
  requireDraft(agreement);
  requireProposable(agreement);
  const { agreementId } = agreement;
  const textVersion = agreement.textVersion + 1;
  const contentHash = hashOfTerms(agreement);
  const proposed = { proposedBy: meta.actor.partyId, proposedOn: effectiveDay(meta) };
  return [{ type: 'AgreementProposed', data: { agreementId, textVersion, contentHash, ...proposed } }];
}

/** Any signatory's drafter may take the text back to the table as long as it binds nobody. */
export function withdraw({ data, meta }: WithdrawProposal, agreement: DraftedAgreement): Events {
  requireProposed(agreement);
  requireText(data.reason, REASON, { field: 'reason' });
  const { agreementId, textVersion } = agreement;
  const withdrawnBy = meta.actor.partyId;
  return [
    { type: 'ProposalWithdrawn', data: { agreementId, textVersion, reason: data.reason, withdrawnBy } },
  ];
}

/**
 * A party that declined may still sign the same text: it changed its mind, and both stay on record. The signature of
 * the last signatory brings the agreement into force in the same transaction (rule 6.6).
 */
export function sign({ data, meta }: SignAgreement, agreement: DraftedAgreement): Events {
  if (agreement.status === 'IN_FORCE') {
    requireSameText(data, agreement);
    return [];
  }
  requireProposed(agreement);
  requireSameText(data, agreement);
  const { partyId, personId } = meta.actor;
  if (agreement.signedBy.has(partyId)) return [];
  const signedOn = effectiveDay(meta);
  if (signedOn < agreement.proposedOn) {
    const { proposedOn } = agreement;
    throw new AgreementRejected('SIGNED_BEFORE_PROPOSED', { field: 'effectiveAt', signedOn, proposedOn });
  }

  const { agreementId, textVersion, contentHash } = agreement;
  const text = { agreementId, textVersion, contentHash };
  const signed: AgreementEvent = {
    type: 'AgreementSigned',
    data: { agreementId, partyId, signatoryId: personId, textVersion, contentHash, signedOn },
  };
  const isLast = [...agreement.signatories.keys()].every(
    (signatory) => signatory === partyId || agreement.signedBy.has(signatory),
  );
  if (!isLast) return [signed];
  const inForceFrom = latestOf(signedOn, agreement.signedBy.values());
  return [signed, { type: 'AgreementEnteredIntoForce', data: { ...text, inForceFrom } }];
}

export function decline({ data, meta }: DeclineAgreement, agreement: DraftedAgreement): Events {
  if (agreement.status === 'IN_FORCE') throw new AgreementRejected('ALREADY_SIGNED', { rule: '6.5' });
  requireProposed(agreement);
  requireSameVersion(data.textVersion, agreement);
  requireText(data.reasons, REASON, { rule: '6.5', field: 'reasons' });
  const { agreementId, textVersion } = agreement;
  const { partyId, personId } = meta.actor;
  if (agreement.signedBy.has(partyId)) throw new AgreementRejected('ALREADY_SIGNED', { rule: '6.5' });
  if (agreement.declinedBy.get(partyId) === textVersion) return [];
  return [
    {
      type: 'AgreementDeclined',
      data: { agreementId, partyId, signatoryId: personId, textVersion, reasons: data.reasons },
    },
  ];
}

function requireProposed(agreement: DraftedAgreement): asserts agreement is Proposed {
  if (agreement.status !== 'PROPOSED') {
    throw new AgreementRejected('AGREEMENT_NOT_PROPOSED', { status: agreement.status });
  }
}

function requireSameText(read: SignAgreement['data'], agreement: Proposed | InForce): void {
  requireSameVersion(read.textVersion, agreement);
  if (read.contentHash !== agreement.contentHash) {
    throw new AgreementRejected('CONTENT_HASH_DIFFERS', {
      rule: '6.5',
      field: 'contentHash',
      read: read.contentHash.slice(0, 64),
      current: agreement.contentHash,
    });
  }
}

function requireSameVersion(read: number, { textVersion }: Proposed | InForce): void {
  if (read === textVersion) return;
  throw new AgreementRejected('TEXT_VERSION_OUTDATED', {
    rule: '6.5',
    field: 'textVersion',
    read,
    current: textVersion,
  });
}

const latestOf = (day: CalendarDate, others: Iterable<CalendarDate>): CalendarDate =>
  [...others].reduce(latest, day);

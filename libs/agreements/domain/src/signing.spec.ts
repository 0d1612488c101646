import { type CommandMeta, instant, type PartyId } from '@intekenboek/event-sourcing-core';
import { scenarioFor } from '@intekenboek/event-sourcing-testing';

import { agreementDecider } from './agreement.decider';
import type { AgreementEvent } from './agreement.events';
import {
  added,
  agreementId,
  by,
  CARE_PROVIDER,
  command,
  commitmentId,
  conditionAdded,
  CONTENT_HASH,
  CORPORATION,
  day,
  declinedBy,
  drafted,
  draftedText,
  enteredIntoForce,
  hashAfter,
  homes,
  inForce,
  land,
  landBeforeHomes,
  MUNICIPALITY,
  proposal,
  proposed,
  signatory,
  signedBy,
  TENANTS,
} from './agreement.fixtures';
import type { Commitment } from './commitment';

const given = scenarioFor(agreementDecider);
const reason = 'De huurders vragen om een andere tekst.';
const withdrawn: AgreementEvent = {
  type: 'ProposalWithdrawn',
  data: { agreementId, textVersion: 1, reason, withdrawnBy: MUNICIPALITY },
};

describe('proposing an agreement', () => {
  const propose = command('ProposeAgreement', by(CORPORATION), {});

  it('freezes the text under a version and a hash', () => {
    given(...draftedText)
      .when(propose)
      .then(proposed());
  });

  it('changes nothing when it is proposed already', () => {
    given(...proposal)
      .when(propose)
      .thenNothing();
  });

  it('gives a changed text another version and another hash', () => {
    const revised: Commitment = { ...homes, text: 'De corporatie levert 120 woningen op.' };
    const history: AgreementEvent[] = [
      ...proposal,
      withdrawn,
      { type: 'CommitmentRevised', data: { agreementId, commitment: revised } },
    ];
    const contentHash = hashAfter(history);
    expect(contentHash).not.toBe(CONTENT_HASH);
    given(...history)
      .when(propose)
      .then(proposed({ textVersion: 2, contentHash }));
  });

  it('gives an unchanged text the same hash under another version', () => {
    given(...proposal, withdrawn)
      .when(propose)
      .then(proposed({ textVersion: 2 }));
  });

  it('is refused once in force', () => {
    given(...inForce)
      .when(propose)
      .thenRejected('AGREEMENT_NOT_DRAFT', { status: 'IN_FORCE' });
  });

  it('is refused without commitments', () => {
    given(drafted()).when(propose).thenRejected('COMMITMENTS_MISSING', { rule: '6.4' });
  });

  it('is refused locally without tenants, unless it is recorded that they declined', () => {
    const creditors = [MUNICIPALITY];
    const text = [
      drafted({ signatories: [MUNICIPALITY, CORPORATION].map(signatory) }),
      added(land),
      added({ ...homes, creditors }),
    ];
    const tenantsDeclined: AgreementEvent = {
      type: 'TenantsDeclined',
      data: { agreementId, partyId: null, reason: 'Er is geen organisatie.', recordedBy: CORPORATION },
    };
    given(...text)
      .when(propose)
      .thenRejected('TENANTS_MISSING', { rule: '6.1' });
    given(...text, tenantsDeclined)
      .when(propose)
      .then(proposed({ contentHash: hashAfter([...text, tenantsDeclined]) }));
  });

  it('needs no tenants in a regional deal', () => {
    const text = [
      drafted({ kind: 'REGIONAL_DEAL', signatories: [MUNICIPALITY, CORPORATION].map(signatory) }),
      added(land),
      added({ ...homes, creditors: ['PUBLIC'] as const }),
    ];
    given(...text)
      .when(propose)
      .then(proposed({ contentHash: hashAfter(text) }));
  });

  it('is refused when only one party owes something, unless that is explained', () => {
    const oneSided = [drafted(), added(homes)];
    const explained: AgreementEvent = {
      type: 'OneSidednessExplained',
      data: { agreementId, explanation: 'De gemeente heeft al geleverd.' },
    };
    given(...oneSided)
      .when(propose)
      .thenRejected('RECIPROCITY_MISSING', { rule: '6.4', debtorIds: [CORPORATION] });
    given(...oneSided, explained)
      .when(propose)
      .then(proposed({ contentHash: hashAfter([...oneSided, explained]) }));
  });

  it('is not stopped by what the SMART check finds', () => {
    const effort: Commitment = {
      ...homes,
      commitmentId: commitmentId('effort'),
      text: 'De corporatie spant zich in voor de wijk.',
      measure: { kind: 'EFFORT' },
      yearSlices: [],
      source: '',
    };
    const text = [...draftedText, added(effort)];
    given(...text)
      .when(propose)
      .then(proposed({ contentHash: hashAfter(text) }));
  });

  it('judges every commitment and condition once more: a list or a signatory may have changed', () => {
    const stranger = { ...land, creditors: [CARE_PROVIDER] };
    given(drafted(), added(stranger), added(homes))
      .when(propose)
      .thenRejected('CREDITOR_NOT_SIGNATORY', { rule: '6.2', commitmentId: land.commitmentId });
    given(...draftedText, conditionAdded({ ...landBeforeHomes, neededBy: day('2028-01-01') }))
      .when(propose)
      .thenRejected('NEEDED_BY_OUTSIDE_TERM', { rule: '6.4' });
  });

  it('is refused to those who are not a party or may not draft', () => {
    given(...draftedText)
      .when(command('ProposeAgreement', by(CARE_PROVIDER), {}))
      .thenRejected('NOT_A_PARTY');
    given(...draftedText)
      .when(command('ProposeAgreement', by(TENANTS, { roles: ['SIGNATORY'] }), {}))
      .thenRejected('ROLE_MISSING', { anyOf: ['DRAFTER'] });
  });
});

describe('withdrawing a proposal', () => {
  const withdraw = (text = reason) => command('WithdrawProposal', by(MUNICIPALITY), { reason: text });

  it('makes the text a draft again', () => {
    given(...proposal)
      .when(withdraw())
      .then(withdrawn);
  });

  it('makes the signatures lapse', () => {
    given(...proposal, signedBy(MUNICIPALITY), signedBy(CORPORATION), withdrawn, proposed({ textVersion: 2 }))
      .when(command('SignAgreement', by(TENANTS), { textVersion: 2, contentHash: CONTENT_HASH }))
      .then(signedBy(TENANTS, { textVersion: 2 }));
  });

  it('is refused without a reason', () => {
    given(...proposal)
      .when(withdraw('zomaar'))
      .thenRejected('TEXT_TOO_SHORT', { field: 'reason' });
  });

  it('is refused when nothing is proposed, or when it binds', () => {
    given(...draftedText)
      .when(withdraw())
      .thenRejected('AGREEMENT_NOT_PROPOSED', { status: 'DRAFT' });
    given(...inForce)
      .when(withdraw())
      .thenRejected('AGREEMENT_NOT_PROPOSED', { status: 'IN_FORCE' });
  });
});

describe('signing an agreement', () => {
  const signAs = (
    id: PartyId,
    changes: { textVersion?: number; contentHash?: string } = {},
    meta?: CommandMeta,
  ) => command('SignAgreement', meta ?? by(id), { textVersion: 1, contentHash: CONTENT_HASH, ...changes });

  it('binds the party of the one who signs', () => {
    given(...proposal)
      .when(signAs(MUNICIPALITY))
      .then(signedBy(MUNICIPALITY));
  });

  it('brings the agreement into force with the signature of the last party, and not before', () => {
    given(...proposal, signedBy(MUNICIPALITY))
      .when(signAs(CORPORATION))
      .then(signedBy(CORPORATION));
    given(...proposal, signedBy(MUNICIPALITY), signedBy(CORPORATION))
      .when(signAs(TENANTS))
      .then(signedBy(TENANTS), enteredIntoForce());
  });

  it('changes nothing when a party signs again', () => {
    given(...proposal, signedBy(MUNICIPALITY))
      .when(signAs(MUNICIPALITY))
      .thenNothing();
    given(...inForce)
      .when(signAs(MUNICIPALITY))
      .thenNothing();
  });

  it('is refused under a text that has changed since it was read', () => {
    given(...proposal, withdrawn, proposed({ textVersion: 2 }))
      .when(signAs(MUNICIPALITY))
      .thenRejected('TEXT_VERSION_OUTDATED', { rule: '6.5', field: 'textVersion', read: 1, current: 2 });
    given(...inForce)
      .when(signAs(MUNICIPALITY, { textVersion: 2 }))
      .thenRejected('TEXT_VERSION_OUTDATED');
  });

  it('is refused for another content than the one that is proposed', () => {
    given(...proposal)
      .when(signAs(MUNICIPALITY, { contentHash: 'f'.repeat(64) }))
      .thenRejected('CONTENT_HASH_DIFFERS', { rule: '6.5', field: 'contentHash', current: CONTENT_HASH });
  });

  it('is refused to those who are not a party', () => {
    given(...proposal)
      .when(signAs(CARE_PROVIDER))
      .thenRejected('NOT_A_PARTY');
  });

  it('is refused to who may not sign for the party', () => {
    given(...proposal)
      .when(signAs(MUNICIPALITY, {}, by(MUNICIPALITY, { roles: ['DRAFTER', 'REPORTER', 'ADMIN'] })))
      .thenRejected('ROLE_MISSING', { anyOf: ['SIGNATORY'] });
  });

  it('is refused while the text is a draft', () => {
    given(...draftedText)
      .when(signAs(MUNICIPALITY))
      .thenRejected('AGREEMENT_NOT_PROPOSED', { status: 'DRAFT' });
  });

  it('is possible for a party that declined the same text and changed its mind', () => {
    given(...proposal, declinedBy(MUNICIPALITY, 'De raad is er nog niet over uit.'))
      .when(signAs(MUNICIPALITY))
      .then(signedBy(MUNICIPALITY));
  });

  it('does not bring the agreement into force while a party has declined', () => {
    given(...proposal, signedBy(MUNICIPALITY), declinedBy(TENANTS, 'De huren worden niet genoemd.'))
      .when(signAs(CORPORATION))
      .then(signedBy(CORPORATION));
  });

  it('needs no signature of tenants who have left', () => {
    const creditors = [MUNICIPALITY];
    const text: AgreementEvent[] = [
      drafted(),
      added(land),
      added({ ...homes, creditors }),
      {
        type: 'TenantsDeclined',
        data: { agreementId, partyId: TENANTS, reason: 'Wij doen niet mee.', recordedBy: TENANTS },
      },
    ];
    const contentHash = hashAfter(text);
    given(...text, proposed({ contentHash }), signedBy(MUNICIPALITY, { contentHash }))
      .when(signAs(CORPORATION, { contentHash }))
      .then(signedBy(CORPORATION, { contentHash }), enteredIntoForce({ contentHash }));
  });
});

describe('the day of a signature', () => {
  const at = instant('2024-04-02T10:00:00Z');
  const signedOnPaper = (effectiveAt: string, id = TENANTS) =>
    command('SignAgreement', by(id, { at, today: day('2024-04-02'), effectiveAt: instant(effectiveAt) }), {
      textVersion: 1,
      contentHash: CONTENT_HASH,
    });

  it('is the day on which it happened in Amsterdam, not that on which it was recorded', () => {
    given(...proposal)
      .when(signedOnPaper('2024-03-27T23:30:00Z'))
      .then(signedBy(TENANTS, { signedOn: day('2024-03-28') }));
    given(...proposal)
      .when(signedOnPaper('2024-03-31T22:30:00Z'))
      .then(signedBy(TENANTS, { signedOn: day('2024-04-01') }));
  });

  it('is not before the day on which the text was proposed', () => {
    given(...proposal)
      .when(signedOnPaper('2024-03-14T12:00:00Z'))
      .thenRejected('SIGNED_BEFORE_PROPOSED', { signedOn: '2024-03-14', proposedOn: '2024-03-15' });
  });

  it('brings the agreement into force from the latest of all, whatever the order of recording', () => {
    const last = day('2024-03-30');
    given(...proposal, signedBy(MUNICIPALITY, { signedOn: last }), signedBy(CORPORATION))
      .when(signedOnPaper('2024-03-20T12:00:00Z'))
      .then(signedBy(TENANTS, { signedOn: day('2024-03-20') }), enteredIntoForce({ inForceFrom: last }));
  });
});

describe('declining an agreement', () => {
  const reasons = 'De huren worden nergens genoemd.';
  const declineAs = (id: PartyId, text = reasons, textVersion = 1) =>
    command('DeclineAgreement', by(id), { textVersion, reasons: text });

  it('records the reasons', () => {
    given(...proposal)
      .when(declineAs(TENANTS))
      .then(declinedBy(TENANTS, reasons));
  });

  it('changes nothing when a party declines the same text again', () => {
    given(...proposal, declinedBy(TENANTS, reasons))
      .when(declineAs(TENANTS))
      .thenNothing();
  });

  it('speaks of one text: a later one is declined anew', () => {
    given(...proposal, declinedBy(TENANTS, reasons), withdrawn, proposed({ textVersion: 2 }))
      .when(declineAs(TENANTS, reasons, 2))
      .then(declinedBy(TENANTS, reasons, 2));
    given(...proposal, withdrawn, proposed({ textVersion: 2 }))
      .when(declineAs(TENANTS))
      .thenRejected('TEXT_VERSION_OUTDATED', { read: 1, current: 2 });
  });

  it('is refused without reasons that the others can answer', () => {
    given(...proposal)
      .when(declineAs(TENANTS, 'nee'))
      .thenRejected('TEXT_TOO_SHORT', { rule: '6.5', field: 'reasons' });
  });

  it('is refused to a party that has signed: it is bound by its own act', () => {
    given(...proposal, signedBy(TENANTS))
      .when(declineAs(TENANTS))
      .thenRejected('ALREADY_SIGNED', { rule: '6.5' });
    given(...inForce)
      .when(declineAs(TENANTS))
      .thenRejected('ALREADY_SIGNED');
  });

  it('is refused while the text is a draft, and to those who are not a party', () => {
    given(...draftedText)
      .when(declineAs(TENANTS))
      .thenRejected('AGREEMENT_NOT_PROPOSED');
    given(...proposal)
      .when(declineAs(CARE_PROVIDER))
      .thenRejected('NOT_A_PARTY');
  });
});

import type { PartyId } from '@intekenboek/event-sourcing-core';
import { scenarioFor } from '@intekenboek/event-sourcing-testing';

import { agreementDecider } from './agreement.decider';
import type { AgreementEvent, ProgressConfirmed, ProgressDisputed } from './agreement.events';
import {
  added,
  agreementId,
  by,
  CARE_PROVIDER,
  command,
  CORPORATION,
  day,
  drafted,
  enteredIntoForce,
  homes,
  HOMES,
  inForce,
  LAND,
  MUNICIPALITY,
  proposal,
  proposed,
  reported,
  reportId,
  TENANTS,
} from './agreement.fixtures';
import type { Creditor } from './commitment';

const given = scenarioFor(agreementDecider);
const reasons = 'Het zijn er 22: acht woningen staan nog leeg zonder sleutel.';
const once = [...inForce, reported('first')];
const owedTo = (...creditors: readonly Creditor[]): readonly AgreementEvent[] => [
  drafted(),
  added({ ...homes, creditors }),
  proposed(),
  enteredIntoForce(),
  reported('first'),
];

const ofFirst = { agreementId, commitmentId: HOMES, reportId: reportId('first') };
const confirmed = (byPartyId: PartyId): ProgressConfirmed => ({
  type: 'ProgressConfirmed',
  data: { ...ofFirst, byPartyId },
});
const disputed = (byPartyId: PartyId, why = reasons): ProgressDisputed => ({
  type: 'ProgressDisputed',
  data: { ...ofFirst, byPartyId, reasons: why },
});
const correctedLater: AgreementEvent = {
  type: 'ProgressCorrected',
  data: {
    ...ofFirst,
    reportId: reportId('second'),
    correctsReportId: reportId('first'),
    amount: 22,
    realisedOn: day('2024-03-01'),
    evidence: null,
    reason: 'Acht woningen stonden nog leeg.',
  },
};

describe('confirming progress', () => {
  const confirm = (meta = by(MUNICIPALITY), commitment = HOMES) =>
    command('ConfirmProgress', meta, { commitmentId: commitment, reportId: reportId('first') });

  it('is for a creditor', () => {
    given(...once)
      .when(confirm())
      .then(confirmed(MUNICIPALITY));
    given(...once)
      .when(confirm(by(TENANTS)))
      .then(confirmed(TENANTS));
  });

  it('is for each creditor by itself', () => {
    given(...once, confirmed(MUNICIPALITY))
      .when(confirm(by(TENANTS)))
      .then(confirmed(TENANTS));
  });

  it('changes nothing the second time', () => {
    given(...once, confirmed(MUNICIPALITY))
      .when(confirm())
      .thenNothing();
  });

  it('is refused to the debtor, also when it is one of the creditors', () => {
    given(...once)
      .when(confirm(by(CORPORATION)))
      .thenRejected('OWN_REPORT');
    given(...owedTo(CORPORATION, MUNICIPALITY))
      .when(confirm(by(CORPORATION)))
      .thenRejected('OWN_REPORT');
    given(...owedTo('PUBLIC'))
      .when(confirm(by(CORPORATION)))
      .thenRejected('OWN_REPORT');
  });

  it('is refused to a signatory to whom it is not owed', () => {
    given(...owedTo(MUNICIPALITY))
      .when(confirm(by(TENANTS)))
      .thenRejected('NOT_A_CREDITOR', { commitmentId: HOMES });
  });

  it('is for any other signatory where it is owed to the public', () => {
    given(...owedTo('PUBLIC'))
      .when(confirm(by(TENANTS)))
      .then(confirmed(TENANTS));
  });

  it('is refused to those who are not a party', () => {
    given(...owedTo('PUBLIC'))
      .when(confirm(by(CARE_PROVIDER)))
      .thenRejected('NOT_A_PARTY');
  });

  it('is refused to who may neither report nor review for the party', () => {
    given(...once)
      .when(confirm(by(MUNICIPALITY, { roles: ['DRAFTER', 'SIGNATORY'] })))
      .thenRejected('ROLE_MISSING', { anyOf: ['REVIEWER', 'REPORTER'] });
    given(...once)
      .when(confirm(by(MUNICIPALITY, { roles: ['REVIEWER'] })))
      .then(confirmed(MUNICIPALITY));
  });

  it('ends the dispute of the same party', () => {
    given(...once, disputed(MUNICIPALITY))
      .when(confirm())
      .then(confirmed(MUNICIPALITY));
  });

  it('is refused for a report that was corrected, naming the newest', () => {
    given(...once, correctedLater)
      .when(confirm())
      .thenRejected('REPORT_SUPERSEDED', { field: 'reportId', newest: reportId('second') });
  });

  it('is refused for a report that was never made, or of another commitment', () => {
    given(...inForce)
      .when(confirm())
      .thenRejected('REPORT_UNKNOWN', { field: 'reportId' });
    given(...once)
      .when(confirm(by(CORPORATION), LAND))
      .thenRejected('REPORT_UNKNOWN');
  });

  it('is refused before the agreement is in force', () => {
    given(...proposal)
      .when(confirm())
      .thenRejected('AGREEMENT_NOT_IN_FORCE');
  });
});

describe('disputing progress', () => {
  const dispute = (why = reasons, meta = by(TENANTS)) =>
    command('DisputeProgress', meta, { commitmentId: HOMES, reportId: reportId('first'), reasons: why });

  it('is for a creditor, with reasons', () => {
    given(...once)
      .when(dispute())
      .then(disputed(TENANTS));
  });

  it('is refused without reasons that the debtor can answer', () => {
    given(...once)
      .when(dispute('klopt niet'.slice(0, 9)))
      .thenRejected('TEXT_TOO_SHORT', { field: 'reasons', min: 10 });
    given(...once)
      .when(dispute('   nee      '))
      .thenRejected('TEXT_TOO_SHORT');
  });

  it('is content with reasons of ten characters', () => {
    given(...once)
      .when(dispute('klopt niet'))
      .then(disputed(TENANTS, 'klopt niet'));
  });

  it('is refused with reasons that seem to name a person', () => {
    given(...once)
      .when(dispute('De bewoner met nummer 123456782 woont er niet.'))
      .thenRejected('PERSONAL_DATA_SUSPECTED', { field: 'reasons' });
  });

  it('changes nothing the second time, unless for other reasons', () => {
    given(...once, disputed(TENANTS))
      .when(dispute())
      .thenNothing();
    const other = 'Ook de lift in het gebouw werkt nog niet.';
    given(...once, disputed(TENANTS))
      .when(dispute(other))
      .then(disputed(TENANTS, other));
  });

  it('ends the confirmation of the same party', () => {
    given(...once, confirmed(TENANTS))
      .when(dispute())
      .then(disputed(TENANTS));
  });

  it('is refused to the debtor and to a signatory to whom it is not owed', () => {
    given(...once)
      .when(dispute(reasons, by(CORPORATION)))
      .thenRejected('OWN_REPORT');
    given(...owedTo(MUNICIPALITY))
      .when(dispute())
      .thenRejected('NOT_A_CREDITOR');
  });

  it('is refused for a report that was corrected', () => {
    given(...once, correctedLater)
      .when(dispute())
      .thenRejected('REPORT_SUPERSEDED', { newest: reportId('second') });
  });
});

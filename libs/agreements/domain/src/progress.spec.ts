import { scenarioFor } from '@intekenboek/event-sourcing-testing';

import type { CorrectProgress, ReportProgress } from './agreement.commands';
import { agreementDecider } from './agreement.decider';
import type { AgreementEvent } from './agreement.events';
import {
  added,
  agreementId,
  by,
  CARE_PROVIDER,
  command,
  commitmentId,
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
  signedBy,
  TENANTS,
} from './agreement.fixtures';
import type { Commitment } from './commitment';
import type { ReportId } from './ids';
import type { Measure } from './measure';

const given = scenarioFor(agreementDecider);

const inForceWith = (changes: Partial<Commitment>): readonly AgreementEvent[] => [
  drafted(),
  added({ ...homes, yearSlices: [], ...changes }),
  proposed(),
  signedBy(MUNICIPALITY),
  enteredIntoForce(),
];
const done: Measure = { kind: 'PROCESS_RESULT', result: 'De verordening is vastgesteld.' };
const process = inForceWith({ resultKind: 'PROCESS_RESULT', measure: done, unit: 'DONE' });
const share = inForceWith({
  resultKind: 'ALLOCATION_SHARE',
  measure: { kind: 'SHARE', percent: 30, denominator: 'alle toewijzingen' },
  unit: 'PERCENT',
});

describe('reporting progress', () => {
  const report = (changes: Partial<ReportProgress['data']> = {}, actor = by(CORPORATION)) =>
    command('ReportProgress', actor, {
      reportId: reportId('first'),
      commitmentId: HOMES,
      amount: 30,
      realisedOn: day('2024-03-01'),
      evidence: null,
      ...changes,
    });
  const refused = (changes: Partial<ReportProgress['data']>, code: string, details: object = {}) =>
    given(...inForce)
      .when(report(changes))
      .thenRejected(code, details);

  it('records what was realised and when', () => {
    given(...inForce)
      .when(report())
      .then(reported('first'));
  });

  it('adds up: every report is what came on top', () => {
    given(...inForce, reported('first'))
      .when(report({ reportId: reportId('second'), amount: 95 }))
      .then(reported('second', { amount: 95 }));
  });

  it('changes nothing when the same report comes again', () => {
    given(...inForce, reported('first'))
      .when(report())
      .thenNothing();
  });

  it('is refused when the same id comes with another content', () => {
    given(...inForce, reported('first'))
      .when(report({ amount: 31 }))
      .thenRejected('REPORT_ID_TAKEN', { field: 'reportId', reportId: reportId('first') });
    given(...inForce, reported('first'))
      .when(report({ evidence: 'opleverlijst 12' }))
      .thenRejected('REPORT_ID_TAKEN');
  });

  it('is refused with an id that is not a UUID', () => {
    refused({ reportId: '1' as ReportId }, 'ID_INVALID', { field: 'reportId' });
  });

  it('is refused to any party but the one that owes the result', () => {
    given(...inForce)
      .when(report({}, by(MUNICIPALITY)))
      .thenRejected('COMMITMENT_OF_OTHER_PARTY', { debtorId: CORPORATION });
    refused({ commitmentId: LAND }, 'COMMITMENT_OF_OTHER_PARTY', { debtorId: MUNICIPALITY });
  });

  it('is refused to those who are not a party', () => {
    given(...inForce)
      .when(report({}, by(CARE_PROVIDER)))
      .thenRejected('NOT_A_PARTY');
  });

  it('is refused to who may not report for the party', () => {
    given(...inForce)
      .when(report({}, by(CORPORATION, { roles: ['DRAFTER', 'SIGNATORY', 'REVIEWER'] })))
      .thenRejected('ROLE_MISSING', { anyOf: ['REPORTER'] });
  });

  it('is refused before the agreement is in force', () => {
    given(...proposal)
      .when(report())
      .thenRejected('AGREEMENT_NOT_IN_FORCE', { status: 'PROPOSED' });
  });

  it('is refused for a commitment that is not in the agreement', () => {
    refused({ commitmentId: commitmentId('nothing') }, 'COMMITMENT_UNKNOWN', { field: 'commitmentId' });
  });

  it('is refused for nought, for less, and for half a dwelling', () => {
    refused({ amount: 0 }, 'AMOUNT_NOT_POSITIVE', { field: 'amount' });
    refused({ amount: -5 }, 'AMOUNT_NOT_POSITIVE', { field: 'amount' });
    refused({ amount: 2.5 }, 'AMOUNT_NOT_WHOLE', { field: 'amount' });
  });

  it('counts below the least of a band and under a maximum alike', () => {
    for (const measure of [
      { kind: 'BAND', min: 100, max: 140 },
      { kind: 'MAXIMUM', amount: 120 },
    ] as const) {
      given(...inForceWith({ measure }))
        .when(report())
        .then(reported('first'));
      given(...inForceWith({ measure }))
        .when(report({ amount: 0 }))
        .thenRejected('AMOUNT_NOT_POSITIVE');
    }
  });

  it('tells the level of a share, from nought to the whole', () => {
    given(...share)
      .when(report({ amount: 0 }))
      .then(reported('first', { amount: 0 }));
    given(...share)
      .when(report({ amount: 100 }))
      .then(reported('first', { amount: 100 }));
    given(...share)
      .when(report({ amount: 100.1 }))
      .thenRejected('SHARE_OUT_OF_RANGE', { field: 'amount' });
    given(...share)
      .when(report({ amount: -0.1 }))
      .thenRejected('SHARE_OUT_OF_RANGE');
  });

  it('says of a process result that it is done, once', () => {
    given(...process)
      .when(report({ amount: 1 }))
      .then(reported('first', { amount: 1 }));
    given(...process)
      .when(report({ amount: 2 }))
      .thenRejected('PROCESS_RESULT_IS_ONE');
    given(...process, reported('first', { amount: 1 }))
      .when(report({ reportId: reportId('second'), amount: 1 }))
      .thenRejected('PROCESS_RESULT_ALREADY_REPORTED');
  });

  it('says of a process result that it is done after all, when the first report was taken back', () => {
    given(...process, reported('first', { amount: 1 }), corrected('first', 'undone', { amount: 0 }))
      .when(report({ reportId: reportId('second'), amount: 1 }))
      .then(reported('second', { amount: 1 }));
  });

  it('is refused for an effort: it cannot be measured', () => {
    given(...inForceWith({ measure: { kind: 'EFFORT' } }))
      .when(report())
      .thenRejected('COMMITMENT_NOT_MEASURABLE', { rule: '6.2' });
  });

  it('is refused for what is yet to come', () => {
    given(...inForce)
      .when(report({ realisedOn: day('2024-03-15') }))
      .then(reported('first', { realisedOn: day('2024-03-15') }));
    refused({ realisedOn: day('2024-03-16') }, 'REALISED_IN_FUTURE', { today: '2024-03-15' });
  });

  it('counts early delivery from the first day of the term', () => {
    const later = inForceWith({ from: day('2025-01-01') });
    given(...later)
      .when(report({ realisedOn: day('2024-01-01') }))
      .then(reported('first', { realisedOn: day('2024-01-01') }));
    given(...later)
      .when(report({ realisedOn: day('2023-12-31') }))
      .thenRejected('REALISED_BEFORE_TERM', { termFrom: '2024-01-01' });
  });

  it('takes late delivery as what it is', () => {
    given(...inForce)
      .when(report({ realisedOn: day('2028-02-01') }, by(CORPORATION, { today: day('2028-02-02') })))
      .then(reported('first', { realisedOn: day('2028-02-01') }));
  });

  it('refers to evidence, never to a person', () => {
    given(...inForce)
      .when(report({ evidence: 'Opleverlijst 2024-12, zaaknummer Z24.001' }))
      .then(reported('first', { evidence: 'Opleverlijst 2024-12, zaaknummer Z24.001' }));
    const personal = (evidence: string, found: string) =>
      refused({ evidence }, 'PERSONAL_DATA_SUSPECTED', { field: 'evidence', found });
    personal('toegezonden door p.devries@example.nl', 'e-mail');
    personal('bewoner 123456782', 'BSN');
    personal('bewoner 1234.56.782', 'BSN');
    personal('123 45 6782', 'BSN');
    refused({ evidence: ' ' }, 'TEXT_TOO_SHORT', { field: 'evidence' });
    refused({ evidence: 'x'.repeat(501) }, 'TEXT_TOO_LONG', { field: 'evidence', max: 500 });
  });
});

const correction = 'Vijf woningen bleken niet opgeleverd.';

function corrected(from: string, to: string, changes: Partial<CorrectProgress['data']> = {}): AgreementEvent {
  return {
    type: 'ProgressCorrected',
    data: {
      agreementId,
      commitmentId: HOMES,
      reportId: reportId(to),
      correctsReportId: reportId(from),
      amount: 25,
      realisedOn: day('2024-03-01'),
      evidence: null,
      reason: correction,
      ...changes,
    },
  };
}

describe('correcting progress', () => {
  const correct = (
    from: string,
    to: string,
    changes: Partial<CorrectProgress['data']> = {},
    actor = by(CORPORATION),
  ) =>
    command('CorrectProgress', actor, {
      commitmentId: HOMES,
      reportId: reportId(to),
      correctsReportId: reportId(from),
      amount: 25,
      realisedOn: day('2024-03-01'),
      evidence: null,
      reason: correction,
      ...changes,
    });
  const once = [...inForce, reported('first')];

  it('puts a new report in the place of the earlier one, with the reason', () => {
    given(...once)
      .when(correct('first', 'second'))
      .then(corrected('first', 'second'));
  });

  it('changes nothing when the same correction comes again', () => {
    given(...once, corrected('first', 'second'))
      .when(correct('first', 'second'))
      .thenNothing();
  });

  it('is refused when its id stands for another report', () => {
    given(...once)
      .when(correct('first', 'first'))
      .thenRejected('REPORT_ID_TAKEN');
    given(...once, corrected('first', 'second'))
      .when(correct('first', 'second', { amount: 24 }))
      .thenRejected('REPORT_ID_TAKEN');
  });

  it('is refused for a report that was corrected before, naming the newest', () => {
    given(...once, corrected('first', 'second'), corrected('second', 'third'))
      .when(correct('first', 'fourth'))
      .thenRejected('REPORT_SUPERSEDED', { field: 'correctsReportId', newest: reportId('third') });
  });

  it('can follow on a correction', () => {
    given(...once, corrected('first', 'second'))
      .when(correct('second', 'third', { amount: 24 }))
      .then(corrected('second', 'third', { amount: 24 }));
  });

  it('may say that nothing was delivered', () => {
    given(...once)
      .when(correct('first', 'second', { amount: 0 }))
      .then(corrected('first', 'second', { amount: 0 }));
  });

  it('may say that a process result was done on another day', () => {
    const changes = { amount: 1, realisedOn: day('2024-03-02') };
    given(...process, reported('first', { amount: 1 }))
      .when(correct('first', 'second', changes))
      .then(corrected('first', 'second', changes));
  });

  it('keeps the rules of amounts', () => {
    const refused = (history: readonly AgreementEvent[], amount: number, code: string) =>
      given(...history, reported('first', { amount: 1 }))
        .when(correct('first', 'second', { amount }))
        .thenRejected(code, { field: 'amount' });
    refused(inForce, -1, 'AMOUNT_NOT_POSITIVE');
    refused(inForce, 0.5, 'AMOUNT_NOT_WHOLE');
    refused(process, 2, 'PROCESS_RESULT_IS_ONE');
    refused(share, 101, 'SHARE_OUT_OF_RANGE');
  });

  it('keeps the rules of days and of evidence', () => {
    const refused = (changes: Partial<CorrectProgress['data']>, code: string) =>
      given(...once)
        .when(correct('first', 'second', changes))
        .thenRejected(code);
    refused({ realisedOn: day('2024-03-16') }, 'REALISED_IN_FUTURE');
    refused({ realisedOn: day('2023-12-31') }, 'REALISED_BEFORE_TERM');
    refused({ evidence: 'bel 123456782' }, 'PERSONAL_DATA_SUSPECTED');
  });

  it('is refused for a report that was never made, or of another commitment', () => {
    given(...inForce)
      .when(correct('first', 'second'))
      .thenRejected('REPORT_UNKNOWN', { field: 'correctsReportId' });
    given(...inForce, reported('first', { commitmentId: LAND }))
      .when(correct('first', 'second'))
      .thenRejected('REPORT_UNKNOWN');
  });

  it('is refused to all but the debtor', () => {
    given(...once)
      .when(correct('first', 'second', {}, by(TENANTS)))
      .thenRejected('COMMITMENT_OF_OTHER_PARTY');
  });

  it('is refused without a reason', () => {
    given(...once)
      .when(correct('first', 'second', { reason: 'typefout' }))
      .thenRejected('TEXT_TOO_SHORT', { field: 'reason' });
  });
});

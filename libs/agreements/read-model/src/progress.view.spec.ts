import { shownPersonCount } from '@intekenboek/reference-data-facts';
import type { Measure } from '@intekenboek/agreements-domain';
import type { FeedPosition } from '@intekenboek/event-sourcing-core';

import {
  agreementNamed,
  AT,
  CORPORATION,
  day,
  EARLIER,
  housed,
  HOUSED,
  land,
  MUNICIPALITY,
  reportNamed,
  TENANTS,
} from './agreement.fixtures';
import type { CommitmentWithReports, ReportView, StanceView } from './agreement.tables';

import { progressOn, stateOf } from './progress.view';

const times = { effectiveAt: EARLIER, recordedAt: AT };
const report = (name: string, amount: number, changes: Partial<ReportView> = {}): ReportView => ({
  reportId: reportNamed(name),
  amount,
  realisedOn: day('2026-02-01'),
  evidence: `lijst van ${amount} personen`,
  correctsReportId: null,
  correctionReason: null,
  correctedBy: null,
  stances: [],
  ...changes,
  ...times,
});
const said = (partyId: typeof TENANTS, kind: StanceView['kind']): StanceView => ({
  partyId,
  kind,
  reasons: kind === 'DISPUTED' ? 'Het zijn er acht.' : null,
  ...times,
});
const row = (reports: readonly ReportView[], commitment = housed): CommitmentWithReports => ({
  commitment_key: 'key',
  agreement_id: agreementNamed('A'),
  commitment_id: HOUSED,
  debtor_id: CORPORATION,
  creditors: commitment.creditors,
  deadline: commitment.deadline,
  commitment,
  reports,
  added_position: '1' as FeedPosition,
});

describe('the state of a report', () => {
  it('is reported until a creditor speaks', () => {
    expect(stateOf(report('a', 1))).toBe('REPORTED');
  });

  it('follows what each creditor said last; a dispute weighs more than a confirmation', () => {
    const after = (...stances: readonly StanceView[]) => stateOf(report('a', 1, { stances }));
    expect(after(said(TENANTS, 'CONFIRMED'))).toBe('CONFIRMED');
    expect(after(said(TENANTS, 'CONFIRMED'), said(TENANTS, 'DISPUTED'))).toBe('DISPUTED');
    expect(after(said(TENANTS, 'DISPUTED'), said(TENANTS, 'CONFIRMED'))).toBe('CONFIRMED');
    expect(after(said(TENANTS, 'DISPUTED'), said(MUNICIPALITY, 'CONFIRMED'))).toBe('DISPUTED');
  });

  it('is corrected whatever was said, once another came in its place', () => {
    const stances = [said(TENANTS, 'CONFIRMED')];
    expect(stateOf(report('a', 1, { stances, correctedBy: reportNamed('b') }))).toBe('CORRECTED');
  });
});

describe('the progress on a commitment', () => {
  it('is not nought without reports, but nothing', () => {
    expect(progressOn(row([]), 'PARTY')).toMatchObject({
      reportCount: 0,
      realised: null,
      confirmed: null,
      disputed: null,
    });
  });

  it('is the sum of the reports that stand, with the confirmed and the disputed apart', () => {
    const reports = [
      report('a', 10, { correctedBy: reportNamed('b') }),
      report('b', 8, { stances: [said(TENANTS, 'CONFIRMED')] }),
      report('c', 4, { stances: [said(MUNICIPALITY, 'DISPUTED')] }),
      report('d', 1),
    ];
    expect(progressOn(row(reports), 'PARTY')).toMatchObject({
      reportCount: 3,
      realised: 13,
      confirmed: 8,
      disputed: 4,
      isSuppressed: false,
    });
  });

  it('of a share is its last level, not a sum', () => {
    const measure: Measure = { kind: 'SHARE', percent: 30, denominator: 'alle toewijzingen' };
    const share = { ...housed, resultKind: 'ALLOCATION_SHARE', unit: 'PERCENT', measure };
    const reports = [
      report('a', 28, { realisedOn: day('2026-07-01') }),
      report('b', 25, { realisedOn: day('2026-01-01') }),
      report('c', 29, { realisedOn: day('2026-07-01') }),
    ];
    expect(progressOn(row(reports, share), 'PARTY')).toMatchObject({ realised: 29, confirmed: null });
  });
});

describe('counts of persons', () => {
  it('are hidden below ten and rounded to five from there', () => {
    expect([0, 9, 10, 12, 13, 17, 18].map((count) => shownPersonCount(count))).toEqual([
      null,
      null,
      10,
      10,
      15,
      15,
      20,
    ]);
  });

  it('can be protected by another rule', () => {
    expect(shownPersonCount(4, { hiddenBelow: 5, roundedTo: 3, source: 'spec' })).toBeNull();
    expect(shownPersonCount(5, { hiddenBelow: 5, roundedTo: 3, source: 'spec' })).toBe(6);
  });

  it('are told exactly to parties only', () => {
    const reports = [report('a', 23), report('b', 18)];
    expect(progressOn(row(reports), 'PARTY')).toMatchObject({
      realised: 41,
      reports: [{ amount: 23 }, { amount: 18 }],
    });
    for (const access of ['PUBLIC', 'SUPERVISOR'] as const) {
      expect(progressOn(row(reports), access)).toMatchObject({
        realised: 40,
        isSuppressed: false,
        reports: [
          { amount: 25, isSuppressed: false },
          { amount: 20, isSuppressed: false },
        ],
      });
    }
  });

  it('hide the sum with the part, so that no part can be computed', () => {
    const reports = [report('a', 40, { stances: [said(TENANTS, 'CONFIRMED')] }), report('b', 9)];
    expect(progressOn(row(reports), 'PUBLIC')).toMatchObject({
      realised: null,
      confirmed: null,
      isSuppressed: true,
      reports: [
        { amount: 40, isSuppressed: false },
        { amount: null, isSuppressed: true },
      ],
    });
  });

  it('hide the sum also when the small part was corrected since', () => {
    const reports = [report('a', 9, { correctedBy: reportNamed('b') }), report('b', 19)];
    expect(progressOn(row(reports), 'PUBLIC')).toMatchObject({ realised: null, isSuppressed: true });
  });

  it('hide the words in which a number may stand', () => {
    const reports = [
      report('a', 20, { stances: [said(TENANTS, 'DISPUTED')], correctionReason: 'Eén te veel.' }),
    ];
    expect(progressOn(row(reports), 'PUBLIC').reports[0]).toMatchObject({
      evidence: null,
      correctionReason: null,
      state: 'DISPUTED',
      stances: [{ kind: 'DISPUTED', reasons: null }],
    });
    expect(progressOn(row(reports), 'PARTY').reports[0]).toMatchObject({
      evidence: 'lijst van 20 personen',
      correctionReason: 'Eén te veel.',
      stances: [{ reasons: 'Het zijn er acht.' }],
    });
  });

  it('are something else than counts of dwellings, which everyone sees', () => {
    expect(progressOn(row([report('a', 1)], land), 'PUBLIC')).toMatchObject({
      realised: 1,
      isSuppressed: false,
      reports: [{ amount: 1, evidence: 'lijst van 1 personen' }],
    });
  });
});

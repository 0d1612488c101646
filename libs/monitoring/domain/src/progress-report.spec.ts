import { dayNumber } from './day-number';
import {
  type Counting,
  datedReports,
  type ProgressReport,
  type ReportId,
  reportsOf,
  tallyOf,
} from './progress-report';
import { confirmedBy, day, disputedBy, MUNICIPALITY, reported, TENANTS } from './verdict.fixtures';

interface Asked {
  readonly counting?: Counting;
  readonly knownOn?: string;
}

function realisedOn(
  when: string,
  reports: readonly ProgressReport[],
  { counting = 'SUM', knownOn }: Asked = {},
) {
  const known = reportsOf(reports, day(when), knownOn === undefined ? null : day(knownOn));
  const { realised, confirmed, disputed } = tallyOf(datedReports(known), counting, dayNumber(day(when)));
  return { realised, confirmed, disputed };
}

describe('what is realised on a day', () => {
  it('is the sum of what was realised up to and including that day', () => {
    const reports = [reported(5, '2025-03-01'), reported(7, '2025-06-01'), reported(1, '2025-06-02')];
    expect(realisedOn('2025-06-01', reports)).toEqual({ realised: 12, confirmed: 0, disputed: 0 });
  });

  it('is, for a share, the last level and not the sum', () => {
    const reports = [reported(31, '2025-06-01'), reported(28.5, '2025-03-01')];
    expect(realisedOn('2025-12-31', reports, { counting: 'LEVEL' }).realised).toBe(31);
    expect(realisedOn('2025-05-31', reports, { counting: 'LEVEL' }).realised).toBe(28.5);
  });

  it('adds decimals without the dust of binary fractions', () => {
    expect(
      realisedOn('2025-12-31', [reported(0.1, '2025-01-01'), reported(0.2, '2025-01-02')]).realised,
    ).toBe(0.3);
  });

  it('keeps confirmed apart from reported', () => {
    const reports = [
      reported(5, '2025-03-01', { judgements: [confirmedBy(MUNICIPALITY, '2025-03-10')] }),
      reported(7, '2025-06-01'),
    ];
    expect(realisedOn('2025-06-30', reports)).toEqual({ realised: 12, confirmed: 5, disputed: 0 });
    expect(realisedOn('2025-03-09', reports)).toEqual({ realised: 5, confirmed: 0, disputed: 0 });
  });

  it('does not count what is disputed, from the day of the dispute', () => {
    const reports = [reported(5, '2025-03-01', { judgements: [disputedBy(TENANTS, '2025-03-10')] })];
    expect(realisedOn('2025-03-09', reports)).toEqual({ realised: 5, confirmed: 0, disputed: 0 });
    expect(realisedOn('2025-03-10', reports)).toEqual({ realised: 0, confirmed: 0, disputed: 5 });
  });

  it('counts it again when the same party confirms it later', () => {
    const judgements = [disputedBy(TENANTS, '2025-03-10'), confirmedBy(TENANTS, '2025-04-01')];
    expect(realisedOn('2025-04-01', [reported(5, '2025-03-01', { judgements })])).toEqual({
      realised: 5,
      confirmed: 5,
      disputed: 0,
    });
  });

  it('is disputed as long as one of the parties disputes it', () => {
    const judgements = [disputedBy(TENANTS, '2025-03-10'), confirmedBy(MUNICIPALITY, '2025-04-01')];
    expect(realisedOn('2025-04-01', [reported(5, '2025-03-01', { judgements })]).disputed).toBe(5);
  });

  it('leaves the level before it standing when a level is disputed', () => {
    const reports = [
      reported(28, '2025-03-01'),
      reported(31, '2025-06-01', { judgements: [disputedBy(TENANTS, '2025-06-02')] }),
    ];
    expect(realisedOn('2025-12-31', reports, { counting: 'LEVEL' })).toEqual({
      realised: 28,
      confirmed: 0,
      disputed: 31,
    });
  });

  describe('after a correction', () => {
    const wrong = reported(9, '2025-03-01');
    const right = reported(6, '2025-03-05', { corrects: wrong.reportId, recordedOn: day('2025-09-01') });

    it('is what the correction says, on earlier days too', () => {
      expect(realisedOn('2025-03-05', [wrong, right]).realised).toBe(6);
      expect(realisedOn('2025-03-04', [wrong, right]).realised).toBe(0);
    });

    it('is still the old number for who asks what was known before', () => {
      expect(realisedOn('2025-06-30', [wrong, right], { knownOn: '2025-08-31' }).realised).toBe(9);
      expect(realisedOn('2025-06-30', [wrong, right], { knownOn: '2025-09-01' }).realised).toBe(6);
    });

    it('follows corrections of corrections', () => {
      const again = reported(7, '2025-03-05', { reportId: 'again' as ReportId, corrects: right.reportId });
      expect(realisedOn('2025-12-31', [wrong, right, again]).realised).toBe(7);
    });
  });

  it('counts late data on the day it happened, and leaves it out of what was known before it came', () => {
    const late = reported(5, '2025-03-01', { recordedOn: day('2025-11-01') });
    expect(realisedOn('2025-03-01', [late]).realised).toBe(5);
    expect(realisedOn('2025-03-01', [late], { knownOn: '2025-10-31' }).realised).toBe(0);
  });

  it('does not know of a dispute before it was recorded', () => {
    const judgements = [{ ...disputedBy(TENANTS, '2025-03-10'), recordedOn: day('2025-05-01') }];
    expect(
      realisedOn('2025-04-01', [reported(5, '2025-03-01', { judgements })], { knownOn: '2025-04-30' }),
    ).toEqual({
      realised: 5,
      confirmed: 0,
      disputed: 0,
    });
  });
});

import { addDays, type CalendarDate } from '@intekenboek/event-sourcing-core';
import * as fc from 'fast-check';

import { commitmentCourse } from './commitment.course';
import type { CommitmentFacts, Measure } from './commitment-facts';
import { lagOn } from './course';
import { dayNumber } from './day-number';
import { heldLag } from './held-lag';
import { prerequisitesOf } from './prerequisites';
import type { ProgressReport, ReportId } from './progress-report';
import type { ProgressState } from './progress-state';
import { recompute } from './recompute';
import {
  build,
  confirmedBy,
  day,
  disputedBy,
  MUNICIPALITY,
  on,
  prerequisite,
  PROVINCE,
  reported,
  RULE,
  taakstelling,
  targetVerdictOn,
  TENANTS,
  verdictOn,
  waitsFor,
} from './verdict.fixtures';

const START = day('2024-01-01');
const days = fc.integer({ min: 0, max: 1700 }).map((n) => addDays(START, n));
const asOfs = fc.integer({ min: -30, max: 1800 }).map((n) => addDays(START, n));

const rules = fc
  .record({ minimumDays: fc.integer({ min: 1, max: 60 }), keepDays: fc.integer({ min: 1, max: 60 }) })
  .map((durations) => ({ ...RULE, ...durations }));

const judgements = fc
  .array(fc.tuple(fc.boolean(), fc.constantFrom(MUNICIPALITY, TENANTS), days), { maxLength: 2 })
  .map((all) => all.map(([isDispute, party, when]) => (isDispute ? disputedBy : confirmedBy)(party, when)));

const reportsUpTo = (most: number) =>
  fc
    .array(fc.tuple(fc.integer({ min: 0, max: most }), days, judgements), { maxLength: 6 })
    .map((all) =>
      all.map(([amount, when, said], n) =>
        reported(amount, when, { reportId: `report-${n}` as ReportId, judgements: said }),
      ),
    );

const slices = fc.constantFrom(
  [],
  [
    { year: 2024, amount: 5 },
    { year: 2026, amount: 35 },
  ],
);
const measures = fc.constantFrom<Measure>(
  { kind: 'AMOUNT', amount: 40 },
  { kind: 'BAND', min: 40, max: 50 },
  { kind: 'SHARE', percent: 40, denominator: 'toewijzingen' },
  { kind: 'PROCESS_RESULT', result: 'plan adopted' },
);
const commitments = fc
  .record({ measure: measures, yearSlices: slices, reports: reportsUpTo(20), inForceFrom: days })
  .map((changes) => build({ ...changes, conditions: [waitsFor('land', '2025-01-01')] }));
const lands = fc.tuple(reportsUpTo(1), fc.boolean()).map(([reports, waits]) =>
  prerequisite('land', MUNICIPALITY, {
    reports,
    conditions: waits ? [waitsFor('road', '2024-10-01')] : [],
  }),
);
const roads = reportsUpTo(1).map((reports) => prerequisite('road', PROVINCE, { reports }));
const others = fc.tuple(lands, roads);

/** The greater the better; what is not due is nobody's merit and nobody's fault. */
const MERIT: Readonly<Record<ProgressState, number>> = {
  MISSED: 0,
  NO_DATA: 1,
  SEVERELY_LAGGING: 2,
  BLOCKED: 2,
  LAGGING: 3,
  AT_RISK: 4,
  NOT_DUE: 5,
  ON_TRACK: 5,
  FULFILLED: 6,
};

const withMore = (reports: readonly ProgressReport[], more: readonly number[]): readonly ProgressReport[] =>
  reports.map((report, index) => ({ ...report, amount: report.amount + (more[index] ?? 0) }));
const extras = fc.array(fc.integer({ min: 0, max: 15 }), { minLength: 6, maxLength: 6 });

describe('a verdict, whatever was reported', () => {
  it('is never worse when more was realised', () => {
    fc.assert(
      fc.property(commitments, others, asOfs, rules, extras, (facts, all, asOf, rule, more) => {
        const better: CommitmentFacts = { ...facts, reports: withMore(facts.reports, more) };
        const [less, greater] = [facts, better].map(
          (each) => verdictOn(asOf, each, { rule, others: all }).state,
        );
        expect(MERIT[greater!]).toBeGreaterThanOrEqual(MERIT[less!]);
      }),
      { numRuns: 1000 },
    );
  });

  it('is never better when more of a cap was used', () => {
    fc.assert(
      fc.property(commitments, asOfs, rules, extras, (facts, asOf, rule, more) => {
        const cap = { ...facts, conditions: [], measure: { kind: 'MAXIMUM', amount: 40 } as const };
        const worse = { ...cap, reports: withMore(cap.reports, more) };
        const [less, greater] = [cap, worse].map((each) => verdictOn(asOf, each, { rule }).state);
        expect(MERIT[greater!]).toBeLessThanOrEqual(MERIT[less!]);
      }),
    );
  });

  it('does not depend on what happens after its day', () => {
    fc.assert(
      fc.property(commitments, others, asOfs, rules, (facts, all, asOf, rule) => {
        const until = (each: CommitmentFacts): CommitmentFacts => ({
          ...each,
          reports: each.reports
            .filter(({ realisedOn }) => realisedOn <= asOf)
            .map((report) => ({
              ...report,
              judgements: report.judgements.filter((said) => said.on <= asOf),
            })),
        });
        const later = verdictOn(asOf, facts, { rule, others: all });
        expect(verdictOn(asOf, until(facts), { rule, others: all.map(until) })).toEqual(later);
      }),
    );
  });

  it('does not depend on the order in which reports came', () => {
    fc.assert(
      fc.property(commitments, others, asOfs, rules, (facts, all, asOf, rule) => {
        const reversed = { ...facts, reports: [...facts.reports].reverse() };
        const [one, other] = [facts, reversed].map((each) => verdictOn(asOf, each, { rule, others: all }));
        expect(other!.state).toBe(one!.state);
      }),
    );
  });

  it('as it was known on a day never changes by what is recorded later', () => {
    fc.assert(
      fc.property(commitments, asOfs, days, rules, (facts, asOf, knownOn, rule) => {
        const known = { ...facts, reports: facts.reports.filter(({ recordedOn }) => recordedOn <= knownOn) };
        const [then, now] = [known, facts].map((each) => verdictOn(asOf, each, { rule, knownOn }).state);
        expect(now).toBe(then);
      }),
    );
  });

  it('is made again from its inputs alone, also after they were JSON', () => {
    fc.assert(
      fc.property(commitments, others, asOfs, rules, (facts, all, asOf, rule) => {
        const verdict = verdictOn(asOf, facts, { rule, others: all });
        expect(recompute(JSON.parse(JSON.stringify(verdict.inputs)))).toEqual(verdict);
      }),
    );
  });

  const alone = (facts: CommitmentFacts) => ({ ...facts, conditions: [], inForceFrom: START });

  it('is on track only with figures that are not too old', () => {
    fc.assert(
      fc.property(commitments, asOfs, rules, (facts, asOf, rule) => {
        const { state, dataAgeDays } = verdictOn(asOf, alone(facts), { rule });
        if (state !== 'ON_TRACK') return;
        expect(dataAgeDays).not.toBeNull();
        expect(dataAgeDays).toBeLessThanOrEqual(rule.noDataAfterDays);
      }),
    );
  });

  const expectAllLagFound = (
    facts: CommitmentFacts,
    asked: Parameters<typeof verdictOn>[2],
    asOf: CalendarDate,
  ) => {
    const { inputs } = verdictOn(asOf, facts, asked);
    const course = commitmentCourse(inputs, prerequisitesOf(inputs));
    const levelOn = (each: number) => lagOn(course, each, inputs.rule);
    const [first, last] = [dayNumber(START) - 100, dayNumber(asOf)];
    const everyDay = Array.from({ length: Math.max(0, last - first + 1) }, (_, n) => first + n);
    expect(heldLag(levelOn, course.changes, last, inputs.rule)).toBe(
      heldLag(levelOn, everyDay, last, inputs.rule),
    );
  };

  it('finds in a few days the lag that a look at every day would find', () => {
    fc.assert(
      fc.property(commitments, others, asOfs, rules, (facts, all, asOf, rule) => {
        expectAllLagFound(facts, { rule, others: all }, asOf);
      }),
      { numRuns: 300 },
    );
  });

  it('finds it too when what it waits for comes and goes', () => {
    const turns = fc.uniqueArray(days, { minLength: 2, maxLength: 8 }).map((all) => [...all].sort());
    fc.assert(
      fc.property(turns, asOfs, rules, (changes, asOf, rule) => {
        const said = changes.map((on, n) => (n % 2 === 0 ? disputedBy : confirmedBy)(TENANTS, on));
        const land = prerequisite('land', MUNICIPALITY, {
          reports: [reported(1, START, { judgements: said })],
        });
        const waiting = build({ conditions: [waitsFor('land', '2026-01-01')] });
        expectAllLagFound(waiting, { rule, others: [land] }, asOf);
      }),
      { numRuns: 300 },
    );
  });

  it('names a party if and only if it is blocked', () => {
    fc.assert(
      fc.property(commitments, others, asOfs, rules, (facts, all, asOf, rule) => {
        const { state, attribution } = verdictOn(asOf, facts, { rule, others: all });
        expect(attribution !== null).toBe(state === 'BLOCKED');
      }),
    );
  });
});

describe('a verdict on a target part, whatever was recorded', () => {
  const realisations = fc
    .uniqueArray(fc.integer({ min: 0, max: 183 }), { maxLength: 6 })
    .map((offsets) =>
      [...offsets].sort((a, b) => a - b).map((offset, n) => on(addDays(day('2022-07-01'), offset), n * 20)),
    );
  const parts = fc
    .record({ realisations, backlog: fc.integer({ min: -120, max: 40 }) })
    .map(({ backlog, ...known }) => taakstelling({ ...known, backlogs: [on('2022-07-01', backlog)] }));
  const moments = fc.integer({ min: -10, max: 250 }).map((n) => addDays(day('2022-07-01'), n));

  it('is never worse when more was realised', () => {
    fc.assert(
      fc.property(parts, moments, rules, fc.integer({ min: 0, max: 60 }), (facts, asOf, rule, more) => {
        const better = {
          ...facts,
          realisations: facts.realisations.map((each) => ({ ...each, quantity: each.quantity + more })),
        };
        const [less, greater] = [facts, better].map((each) => targetVerdictOn(asOf, each, { rule }).state);
        expect(MERIT[greater!]).toBeGreaterThanOrEqual(MERIT[less!]);
      }),
    );
  });

  it('is made again from its inputs alone, also after they were JSON', () => {
    fc.assert(
      fc.property(parts, moments, rules, (facts, asOf, rule) => {
        const verdict = targetVerdictOn(asOf, facts, { rule });
        expect(recompute(JSON.parse(JSON.stringify(verdict.inputs)))).toEqual(verdict);
      }),
    );
  });
});

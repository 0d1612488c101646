import { addDays } from '@intekenboek/event-sourcing-core';
import { type EscalationEvent, subjectKey } from '@intekenboek/escalations-domain';
import { PROGRESS_STATES, type VerdictV1 } from '@intekenboek/messaging-contracts';
import fc from 'fast-check';

import { blockedBy, missed, policyBench, runAt, TODAY, verdict } from './policy.fixtures';

const NAMES = ['dwellings', 'care places', 'energy'] as const;
const HALF_YEARS = ['2025-H1', '2025-H2', '2026-H1'] as const;

const anyVerdicts: fc.Arbitrary<readonly VerdictV1[]> = fc
  .record({
    states: fc.array(fc.constantFrom(...PROGRESS_STATES), { minLength: 6, maxLength: 6 }),
    isBlocked: fc.boolean(),
  })
  .map(({ states, isBlocked }) => [
    ...NAMES.map((name, index) => verdict(name, { state: states[index]! })),
    ...HALF_YEARS.map((halfYear, index) => missed(halfYear, { state: states[index + 3]! })),
    ...(isBlocked ? [blockedBy('dwellings', 'guidance')] : []),
  ]);

/** Runs on days in any order, each by one or several policies at once. */
const anyRuns = fc.array(
  fc.record({
    verdicts: anyVerdicts,
    day: fc.integer({ min: 0, max: 300 }),
    atOnce: fc.integer({ min: 1, max: 3 }),
  }),
  { minLength: 1, maxLength: 8 },
);

describe('runs of the policy, whatever the verdicts, in any order and any number at once', () => {
  it('give one case for one subject and period, which never climbs early, and on the statutory route never', async () => {
    await fc.assert(
      fc.asyncProperty(anyRuns, async (runs) => {
        const { newPolicy, recorded, events } = policyBench();
        for (const { verdicts, day, atOnce } of runs) {
          const run = runAt(addDays(TODAY, day), verdicts);
          await Promise.all(Array.from({ length: atOnce }, () => newPolicy()(run)));
        }

        const happened = await events();
        expect(new Set(raisedFor(happened)).size).toBe(raisedFor(happened).length);
        const statutory = new Set(
          happened.filter(({ type }) => type === 'PlacementProposed').map(({ data }) => data.escalationId),
        );
        const terms = new Map<string, string>();
        for (const { type, data, effectiveAt } of await recorded()) {
          const event = { type, data } as EscalationEvent;
          const { escalationId } = event.data;
          if (event.type === 'EscalationMovedUp') {
            expect(statutory.has(escalationId)).toBe(false);
            expect(effectiveAt.slice(0, 10) > terms.get(escalationId)!).toBe(true);
          }
          if ('termEndsOn' in event.data) terms.set(escalationId, event.data.termEndsOn);
        }
      }),
      { numRuns: 60 },
    );
  });
});

const raisedFor = (happened: readonly EscalationEvent[]): readonly string[] =>
  happened.flatMap((event) =>
    event.type === 'EscalationRaised' || event.type === 'PlacementProposed'
      ? [`${event.type} ${subjectKey(event.data.subject)} ${event.data.period}`]
      : [],
  );

import { calendarDate, DomainError } from '@intekenboek/event-sourcing-core';
import { commandMeta, someone } from '@intekenboek/event-sourcing-testing';
import fc from 'fast-check';

import type { TargetCommand } from './target.commands';
import { targetDecider } from './target.decider';
import { EARLIER, TARGET } from './target.fixtures';
import type { Target } from './target.state';

const minister = commandMeta({ actor: someone({ partyKind: 'MINISTRY', territory: 'NL' }) });
const targetId = TARGET;
const DAYS = ['2022-07-31', '2022-08-31', '2022-09-30'].map(calendarDate);

const publish: TargetCommand = {
  type: 'PublishTaakstelling',
  data: {
    targetId,
    halfYear: '2022-H2',
    persons: 13_500,
    publishedOn: calendarDate('2022-04-08'),
    source: 'Staatscourant',
    standIn: null,
  },
  meta: minister,
};

const revised = fc.integer({ min: 1, max: 30_000 }).map((quantity): TargetCommand => ({
  type: 'ReviseTarget',
  data: { targetId, quantity, reason: 'Herzien', source: 'Brief', parts: null },
  meta: minister,
}));
const backlog = fc.integer({ min: -500, max: 500 }).map((quantity): TargetCommand => ({
  type: 'CarryOverBacklog',
  data: { targetId, previousTargetId: EARLIER },
  previous: [{ territory: 'GM0363', quantity }],
  meta: minister,
}));
const realised = fc
  .record({ day: fc.constantFrom(...DAYS), quantity: fc.nat({ max: 900 }) })
  .map(({ day, quantity }): TargetCommand => ({
    type: 'RecordRealisation',
    data: { targetId, upTo: day, parts: [{ territory: 'GM0363', quantity }], source: 'COA' },
    meta: minister,
  }));

describe('a taakstelling, whatever happens to it in whatever order', () => {
  it('keeps every municipality at its number rounded up, the backlog beside it, and results that never fall', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(revised, backlog, realised), { maxLength: 12 }), (commands) => {
        let state = after(publish, targetDecider.initialState);
        for (const command of commands) {
          state = after(command, state);
          if (state.status !== 'Set') throw new Error('The taakstelling is gone.');
          const sum = [...state.parts.values()].reduce((total, part) => total + part, 0);
          expect(sum).toBeGreaterThanOrEqual(state.quantity);
          expect(sum).toBeLessThan(state.quantity + state.parts.size);
          expect(state.parts.size).toBe(344);
          const counts = (state.realised.get('GM0363') ?? []).map(({ quantity }) => quantity);
          expect(counts).toEqual([...counts].sort((a, b) => a - b));
        }
      }),
      { numRuns: 40 },
    );
  });

  it('changes nothing when the same is asked again', () => {
    fc.assert(
      fc.property(fc.oneof(revised, backlog), (command) => {
        const once = after(command, after(publish, targetDecider.initialState));
        expect(targetDecider.decide(command, once)).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });
});

function after(command: TargetCommand, state: Target): Target {
  try {
    return targetDecider.decide(command, state).reduce(targetDecider.evolve, state);
  } catch (error) {
    if (error instanceof DomainError) return state;
    throw error;
  }
}

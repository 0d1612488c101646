import { addDays, type CalendarDate, type PartyId } from '@intekenboek/event-sourcing-core';
import fc from 'fast-check';

import type { EscalationCommand } from './escalation.commands';
import { escalationDecider } from './escalation.decider';
import type { EscalationEvent } from './escalation.events';
import type { Escalation } from './escalation.state';
import {
  actorOf,
  blockedVerdict,
  CARE_PLACES,
  commitment,
  CORPORATION,
  DWELLINGS,
  escalationId,
  MUNICIPALITY,
  placementId,
  POLICY,
  PROGRAMME,
  proposePlacement,
  PROVINCE,
  raiseCase,
  RAISED_ON,
  STRANGER,
  taakstelling,
  taakstellingVerdict,
  TENANTS,
  told,
  verdict,
} from './escalation.fixtures';
import { subjectKey } from './subject';

const { decide, evolve, initialState } = escalationDecider;

const PEOPLE: readonly PartyId[] = [CORPORATION, MUNICIPALITY, TENANTS, PROVINCE, PROGRAMME, STRANGER];
const reason = 'A reason of more than twenty characters.';

/** Any command that anyone may think of, on any day of the year after the case was raised. */
const anyCommand = (id: typeof escalationId): fc.Arbitrary<EscalationCommand> => {
  const speech = { reasonCode: 'STAFF', text: reason, evidenceReference: null, recoveryOn: null };
  const subject = id === placementId ? taakstelling('2026-H1') : commitment(DWELLINGS);
  const now = id === placementId ? taakstellingVerdict('2026-H1') : verdict();
  const fulfilled = { ...now, state: 'FULFILLED' } as const;
  const bodies = fc.constantFrom<{ type: EscalationCommand['type']; data: object }>(
    { type: 'RaiseEscalation', data: raiseCase().data },
    { type: 'ProposePlacement', data: proposePlacement().data },
    { type: 'AddEscalationSubjects', data: { evidence: [blockedVerdict(CARE_PLACES)] } },
    ...[1, 2, 3, 4].map((rung) => ({ type: 'PassTerm' as const, data: { rung } })),
    { type: 'ResolveEscalation', data: { subject, evidence: [fulfilled] } },
    { type: 'RespondToEscalation', data: speech },
    { type: 'GiveView', data: { text: reason } },
    {
      type: 'DecideEscalation',
      data: { instrument: 'RECOVERY_PLAN', reasons: reason, recoverBy: null },
    },
    { type: 'AcceptProposal', data: { rung: 2, reason, publicationReference: null } },
    { type: 'SetAsideProposal', data: { reason, isExcusable: true, publicationReference: null } },
  );
  const days = fc.integer({ min: 0, max: 365 }).map((count) => addDays(RAISED_ON, count));
  const actors = fc.constantFrom(POLICY, POLICY, ...PEOPLE.map((partyId) => actorOf(partyId)));
  return fc
    .tuple(bodies, actors, days)
    .map(([{ type, data }, actor, today]) =>
      told(type, { ...data, escalationId: id } as EscalationCommand['data'], actor, today),
    );
};

interface Step {
  readonly before: Escalation;
  readonly command: EscalationCommand;
  readonly events: readonly EscalationEvent[];
}

/** What happens when all of these are sent one after another; refusals change nothing. */
function life(commands: readonly EscalationCommand[]): readonly Step[] {
  let before = initialState;
  return commands.map((command) => {
    const events = decided(command, before);
    const step = { before, command, events };
    before = events.reduce(evolve, before);
    return step;
  });
}

function decided(command: EscalationCommand, state: Escalation): readonly EscalationEvent[] {
  try {
    return decide(command, state);
  } catch {
    return [];
  }
}

/** Most lives begin with the case, so that something can happen in them. */
const lives = (id: typeof escalationId) =>
  fc
    .tuple(fc.integer({ min: 0, max: 9 }), fc.array(anyCommand(id), { maxLength: 25 }))
    .map(([dice, commands]) =>
      life(dice === 0 ? commands : [id === placementId ? proposePlacement() : raiseCase(), ...commands]),
    );
const eventsOf = (steps: readonly Step[]) => steps.flatMap(({ events }) => events);

describe('a case on the agreed route, whatever is sent in whatever order', () => {
  const agreed = lives(escalationId);

  it('is raised once, and decided or resolved at most once', () => {
    fc.assert(
      fc.property(agreed, (steps) => {
        for (const type of ['EscalationRaised', 'EscalationDecided', 'EscalationResolved']) {
          expect(eventsOf(steps).filter((event) => event.type === type).length).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it('never climbs before the end of its term, and one rung of its ladder at a time', () => {
    fc.assert(
      fc.property(agreed, (steps) => {
        for (const { before, command, events } of steps) {
          for (const event of events) {
            if (event.type !== 'EscalationMovedUp') continue;
            if (before.status !== 'Open') throw new Error('A case climbed that was not open.');
            expect(command.meta.today > before.termEndsOn).toBe(true);
            expect(event.data.fromRung).toBe(before.rung);
            expect(event.data.rung).toBe(before.rung + 1);
            expect(event.data.termEndsOn > command.meta.today).toBe(true);
          }
        }
      }),
    );
  });

  it('changes nothing when the policy runs again on the same day', () => {
    fc.assert(
      fc.property(agreed, (steps) => {
        for (const { command, events, before } of steps) {
          if (command.meta.actor !== POLICY || events.length === 0) continue;
          expect(decided(command, events.reduce(evolve, before))).toEqual([]);
        }
      }),
    );
  });

  it('is never decided by the party that must respond, nor touched by a stranger', () => {
    fc.assert(
      fc.property(agreed, (steps) => {
        for (const { command, events } of steps) {
          const { partyId } = command.meta.actor;
          if (partyId === STRANGER) expect(events).toEqual([]);
          const isDecided = events.some(({ type }) => type === 'EscalationDecided');
          if (isDecided) expect(partyId).not.toBe(CORPORATION);
        }
      }),
    );
  });

  it('lists every subject once', () => {
    fc.assert(
      fc.property(agreed, (steps) => {
        const keys = eventsOf(steps).flatMap((event) =>
          event.type === 'EscalationRaised' || event.type === 'EscalationSubjectsAdded'
            ? event.data.evidence.map(({ subject }) => subjectKey(subject))
            : [],
        );
        expect(new Set(keys).size).toBe(keys.length);
      }),
    );
  });
});

describe('a case on the statutory route, whatever is sent in whatever order', () => {
  it('never climbs, and is placed or set aside by the province alone, once', () => {
    fc.assert(
      fc.property(lives(placementId), (steps) => {
        const events = eventsOf(steps);
        const climbs = ['EscalationMovedUp', 'EscalationBecameOverdue', 'EscalationDecided'];
        expect(events.filter(({ type }) => climbs.includes(type))).toEqual([]);
        const placements = steps.filter(({ events: [first] }) =>
          ['PlacementAccepted', 'PlacementSetAside'].includes(first?.type ?? ''),
        );
        expect(placements.length).toBeLessThanOrEqual(1);
        for (const { command } of placements) expect(command.meta.actor.partyId).toBe(PROVINCE);
      }),
    );
  });
});

describe('the term of a case', () => {
  it('is the same whenever the same commands are told again', () => {
    fc.assert(
      fc.property(fc.array(anyCommand(escalationId), { maxLength: 15 }), (commands) => {
        const termsOf = (steps: readonly Step[]): readonly CalendarDate[] =>
          eventsOf(steps).flatMap((event) => ('termEndsOn' in event.data ? [event.data.termEndsOn] : []));
        expect(termsOf(life(commands))).toEqual(termsOf(life(commands)));
      }),
    );
  });
});

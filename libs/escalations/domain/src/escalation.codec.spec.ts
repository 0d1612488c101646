import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { decodeEscalationEvent, ESCALATION_EVENT_TYPES } from './escalation.codec';
import { escalationDecider } from './escalation.decider';
import type { EscalationEvent } from './escalation.events';

const everWritten = JSON.parse(
  readFileSync(join(__dirname, 'escalation.events.fixture.json'), 'utf8'),
) as readonly EscalationEvent[];

const stateAfter = (escalationId: string) =>
  everWritten
    .filter(({ data }) => data.escalationId === escalationId)
    .map(({ type, data }) => decodeEscalationEvent(type, data))
    .reduce(escalationDecider.evolve, escalationDecider.initialState);

describe('events of cases, as they were ever written', () => {
  it('include every type that exists', () => {
    expect([...new Set(everWritten.map(({ type }) => type))].sort()).toEqual(
      [...ESCALATION_EVENT_TYPES].sort(),
    );
  });

  it('are still readable and still tell what became of every case', () => {
    const cases = [...new Set(everWritten.map(({ data }) => data.escalationId))].map(stateAfter);
    expect(cases).toMatchObject([
      { route: 'AGREED', status: 'Resolved', rung: 2, isExplained: true },
      { route: 'AGREED', status: 'Open', rung: 4, isOverdue: true },
      { route: 'STATUTORY', status: 'Placed', proposedRung: 2 },
      { route: 'STATUTORY', status: 'SetAside', proposedRung: 2 },
    ]);
  });

  it('of an unknown type are refused loudly', () => {
    expect(() => decodeEscalationEvent('EscalationForgotten', {})).toThrow('EscalationForgotten');
  });
});

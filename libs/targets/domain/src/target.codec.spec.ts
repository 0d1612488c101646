import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { decodeTargetEvent, TARGET_EVENT_TYPES } from './target.codec';
import { targetDecider } from './target.decider';
import type { TargetEvent } from './target.events';

const everWritten = JSON.parse(
  readFileSync(join(__dirname, 'target.events.fixture.json'), 'utf8'),
) as readonly TargetEvent[];

describe('events of targets, as they were ever written', () => {
  const readAgain = everWritten.map(({ type, data }) => decodeTargetEvent(type, data));
  const stateOf = (targetId: string) =>
    readAgain
      .filter(({ data }) => data.targetId === targetId)
      .reduce(targetDecider.evolve, targetDecider.initialState);

  it('include every type that exists', () => {
    expect([...new Set(everWritten.map(({ type }) => type))].sort()).toEqual([...TARGET_EVENT_TYPES].sort());
  });

  it('are still readable and still tell what was set, split, revised and reached', () => {
    const state = stateOf('0d1f5a3e-5b0e-5c7e-9d55-1f4c8a1b2c3d');
    expect(state).toMatchObject({ status: 'Set', quantity: 80, halfYear: null });
    expect(state.status === 'Set' && state.realised.get('GM0363')).toEqual([
      { upTo: '2025-06-30', quantity: 20 },
    ]);
  });

  it('are still readable for a taakstelling with its backlog beside it', () => {
    const state = stateOf('0d1f5a3e-5b0e-5c7e-9d55-1f4c8a1b2c3e');
    expect(state).toMatchObject({ status: 'Set', quantity: 13_500, halfYear: '2022-H2' });
    expect(state.status === 'Set' && [state.parts.get('GM0363'), state.backlog.get('GM0363')]).toEqual([
      691, 40,
    ]);
  });

  it('of an unknown type are refused loudly', () => {
    expect(() => decodeTargetEvent('TargetPainted', {})).toThrow('TargetPainted');
  });
});

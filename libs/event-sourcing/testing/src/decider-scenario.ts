import { type Command, type Decider, DomainError, type Message } from '@intekenboek/event-sourcing-core';

/** given(events).when(command).then(events): the three sentences every rule of the domain is told in. */
export function scenarioFor<C extends Command, E extends Message, State>(decider: Decider<C, E, State>) {
  return (...history: readonly E[]) => ({
    when(command: C) {
      const decide = () => decider.decide(command, history.reduce(decider.evolve, decider.initialState));
      return {
        then: (...expected: readonly E[]) => expect(decide()).toEqual(expected),
        thenNothing: () => expect(decide()).toEqual([]),
        /** Rejections are asserted by code and, where the rule names a part, by details; never by message. */
        thenRejected: (code: string, details: object = {}) => {
          expect(rejectionOf(decide)).toMatchObject({ code, details });
        },
      };
    },
  });
}

function rejectionOf(decide: () => unknown): DomainError {
  try {
    decide();
  } catch (error) {
    if (error instanceof DomainError) return error as DomainError;
    throw error;
  }
  throw new Error('The command was accepted.');
}

import type { Message } from './message';

/**
 * The rules of one aggregate, without input or output (ADR-0001). `decide` gives the events, none when there is
 * nothing to do, or throws a `DomainError` when a rule says no.
 */
export interface Decider<C extends Message, E extends Message, State> {
  readonly initialState: State;
  readonly decide: (command: C, state: State) => readonly E[];
  readonly evolve: (state: State, event: E) => State;
}

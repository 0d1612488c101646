import type { Actor, Instant } from '@intekenboek/event-sourcing-core';

/** Turns a token into who acts. Adapters differ in where the keys come from. */
export interface TokenVerifier {
  /**
   * `at` is when it was shown to us, if that was earlier than now: a message may wait longer than its token is valid.
   * @throws TokenRejected when the token is not ours, was not valid then, or does not say who acts.
   */
  verify(token: string, at?: Instant): Promise<Actor>;
}

import type { Actor } from '@intekenboek/event-sourcing-core';

/** Turns a token into who acts. Adapters differ in where the keys come from. */
export interface TokenVerifier {
  /** @throws TokenRejected when the token is not ours, not valid now, or does not say who acts. */
  verify(token: string): Promise<Actor>;
}

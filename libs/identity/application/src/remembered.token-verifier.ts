import { type Actor, type Clock, instant, type Instant } from '@intekenboek/event-sourcing-core';

import type { TokenVerifier } from './token-verifier.port';

const REMEMBERED_MS = 60_000;
const REMEMBERED_MAX = 5_000;

interface Remembered {
  readonly actor: Actor;
  readonly until: Instant;
}

/**
 * Verifies a token once a minute rather than at every request: a signature costs more than most commands. A token that
 * has just ended is therefore believed for at most a minute more. Refusals are not remembered, and neither is how a
 * token stood at another moment than now.
 */
export function rememberedTokenVerifier(verifier: TokenVerifier, clock: Pick<Clock, 'now'>): TokenVerifier {
  const remembered = new Map<string, Remembered>();

  return {
    async verify(token, at) {
      if (at !== undefined) return verifier.verify(token, at);
      const now = clock.now();
      const known = remembered.get(token);
      if (known !== undefined && known.until > now) return known.actor;
      remembered.delete(token);
      const actor = await verifier.verify(token);
      if (remembered.size >= REMEMBERED_MAX) remembered.clear();
      remembered.set(token, { actor, until: minuteAfter(now) });
      return actor;
    },
  };
}

const minuteAfter = (now: Instant): Instant =>
  instant(new Date(Date.parse(now) + REMEMBERED_MS).toISOString());

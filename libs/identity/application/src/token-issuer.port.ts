import type { Actor, Instant } from '@intekenboek/event-sourcing-core';

/** Signs who someone is. In production that is the organisation's identity provider, never this product. */
export interface TokenIssuer {
  issue(actor: Actor): Promise<IssuedToken>;
}

export interface IssuedToken {
  /** Goes after `Authorization: Bearer `. */
  readonly token: string;
  readonly expiresAt: Instant;
}

import type { ReceivedMessage } from './message-bus.port';

/** Why a message was refused, for who sent it. The code is public: added, never renamed. */
export interface InboundProblem {
  readonly code: string;
  /** The part of the message, as a JSON pointer: `/data/amount`. */
  readonly field?: string;
  readonly message: { readonly nl: string; readonly en: string };
}

/** `REPEATED`: the same message was accepted before, and nothing was done again. */
export type InboundOutcome =
  | { readonly kind: 'ACCEPTED' | 'REPEATED' }
  | { readonly kind: 'REFUSED'; readonly problems: readonly InboundProblem[] };

/** What is done with the messages of one topic. */
export interface InboundHandler {
  readonly topic: string;
  /**
   * Refusing is an answer; throwing is trouble that may pass: the message then comes again. A message may come more
   * than once, so the same one must have one effect.
   */
  readonly handle: (message: ReceivedMessage) => Promise<InboundOutcome>;
}

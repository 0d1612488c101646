import type { InboundProblem } from './inbound-handler.port';

/** A text as the message that it is, or all that is wrong with its form at once; never neither, never both. */
export type Validated<Message> =
  | { readonly message: Message; readonly problems: readonly [] }
  | { readonly message: null; readonly problems: readonly InboundProblem[] };

/** Reads messages of known types. Bounded: a text that is too large or too deep is a problem, and not work. */
export interface MessageValidator<Message> {
  read(text: string): Validated<Message>;
}

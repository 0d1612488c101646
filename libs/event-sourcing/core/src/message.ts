import type { Actor } from './actor';
import type { CalendarDate, Instant } from './calendar';

/** Something that happened, or that someone wants. `data` holds JSON values only, because it is stored as it is. */
export interface Message<Type extends string = string, Data extends object = object> {
  readonly type: Type;
  readonly data: Readonly<Data>;
}

/** What comes with every command and is never taken from a form. */
export interface CommandMeta {
  /** UUID chosen by the sender. Sent again with the same content it has no second effect (ADR-0004). */
  readonly commandId: string;
  readonly actor: Actor;
  /** When the command came in, by our clock. */
  readonly at: Instant;
  /** The day it is for the parties, in Europe/Amsterdam. */
  readonly today: CalendarDate;
  /** When it happened in the world; equal to `at` unless the sender says it happened earlier. Never later than `at`. */
  readonly effectiveAt: Instant;
}

/** A wish that may be refused. Who acts and when come in `meta`, so that a decision can be told again. */
export interface Command<Type extends string = string, Data extends object = object> extends Message<
  Type,
  Data
> {
  readonly meta: CommandMeta;
}

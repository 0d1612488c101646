import type { Clock, EventImport, EventStore } from '@intekenboek/event-sourcing-core';

import type { Exit, Text } from './command-failed';
import type { LogAddress } from './log-address';

export { ArgumentRefused, CommandFailed, EXIT, type Exit, type Language, type Text } from './command-failed';

/** What a command of the operator may use of the world. */
export interface OperatorDesk {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The outcome, or how far it is, in the language of the operator. */
  readonly say: (text: Text) => void;
  /** What went wrong. */
  readonly complain: (text: Text) => void;
  readonly clock: Pick<Clock, 'now'>;
  /** The folder against which paths are read. */
  readonly folder: string;
  /** Aborts when the operator asks to stop. */
  readonly signal: AbortSignal;
  readonly openLog: (address: LogAddress) => Promise<EventStore & EventImport>;
}

/** One thing that an operator can have done. A new one is added to the table in `operator-commands.ts`. */
export interface OperatorCommand {
  readonly name: string;
  /** One line, for the list of commands. */
  readonly purpose: Text;
  /** All there is to know, for `--help`. */
  readonly usage: Text;
  /** @throws ArgumentRefused before anything is touched, CommandFailed later; other errors are told with their message. */
  run(args: readonly string[], desk: OperatorDesk): Promise<Exit>;
}

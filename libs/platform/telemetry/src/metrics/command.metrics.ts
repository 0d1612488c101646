import { boundedLabel } from './bounded-label';
import { type Meters, SECONDS_OF_AN_ANSWER } from './meters';

/** `unchanged`: there was nothing to do. `refused`: a rule said no. `failed`: nobody foresaw it, or a server was away. */
export type CommandResult = (typeof RESULTS)[number];
const RESULTS = ['accepted', 'unchanged', 'refused', 'failed'] as const;

export interface CommandMetrics {
  /** `operation` is the type of the command; `code` the reason of a refusal or the kind of an error, else null. */
  commandHandled(command: {
    readonly operation: string;
    readonly result: CommandResult;
    readonly code: string | null;
    readonly seconds: number;
  }): void;
}

const OPERATIONS_MAX = 100;
const CODES_MAX = 200;

export function commandMetrics(meters: Meters): CommandMetrics {
  const [operation, code] = [boundedLabel(OPERATIONS_MAX), boundedLabel(CODES_MAX)];
  const seconds = meters.histogram(
    'command_seconds',
    'How long commands took, from the checked form to the receipt, in seconds.',
    SECONDS_OF_AN_ANSWER,
    'result',
  );
  for (const result of RESULTS) seconds.zero({ result });
  const refused = meters.counter(
    'commands_refused_total',
    'Commands that were refused, by type of command and code of the reason.',
    'operation',
    'code',
  );
  return {
    commandHandled(command) {
      seconds.observe({ result: command.result }, command.seconds);
      if (command.result !== 'refused') return;
      refused.inc({ operation: operation(command.operation), code: code(command.code ?? 'UNKNOWN') });
    },
  };
}

import type { DestinationStream, Logger } from 'pino';
import { destination, pino, stdTimeFunctions } from 'pino';

import { currentScope } from '../scope/work-scope';
import { traceFields } from '../traces/current-trace';

export type LogLevel = 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace';

/** Values that a line may carry beside its message: never data of events, queries or persons. */
export type LogFacts = Readonly<Record<string, string | number | boolean | null>>;

/** A line for the operator. */
export interface LogLine {
  readonly level: Exclude<LogLevel, 'trace'>;
  readonly message: string;
  readonly facts?: LogFacts;
  /** What went wrong, with name, message and stack: only where its message cannot hold data of events or persons. */
  readonly error?: unknown;
}
export type Log = (line: LogLine) => void;

/** Writes one line; `fields` may be any object, for whoever adapts another logger to this one. */
export type WriteLine = (level: LogLevel, fields: object, message?: string) => void;

export interface LogOptions {
  /** Told in every line; absent in a terminal, where there is one. */
  readonly service?: string;
  readonly version?: string;
  readonly level?: LogLevel;
  readonly destination?: DestinationStream;
}

/** Tokens and passwords never reach the log, wherever in a line they stand. */
const SECRET_NAMES = ['authorization', 'token', 'password'];
const SECRETS = SECRET_NAMES.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]);

/**
 * The log: one line of JSON per fact, with the correlation id and the trace of the work that it belongs to, or short
 * lines where a person watches. Docs: docs/operations/telemetry.md.
 */
export function lineWriter(options: LogOptions = {}): WriteLine {
  const { service, version, level = 'info' } = options;
  const logger: Logger = pino(
    {
      level,
      base: service === undefined ? null : { service, ...(version !== undefined && { version }) },
      timestamp: stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      redact: { paths: SECRETS, censor: '(secret)' },
      mixin: () => ({ correlationId: currentScope()?.correlationId, ...traceFields() }),
    },
    options.destination ?? (process.stdout.isTTY ? shortLines(process.stdout) : destination(1)),
  );
  return (at, fields, message) => logger[at](fields, message);
}

/** The log as the parts of a service want it. */
export const logOf =
  (write: WriteLine): Log =>
  ({ level, message, facts, error }) =>
    write(level, { ...facts, ...(error !== undefined && errorFields(error)) }, message);

/** Of an error a line holds name, message and stack, never the values that went with it. */
export const errorFields = (error: unknown): object =>
  error instanceof Error
    ? { error: { name: error.name, message: error.message, stack: error.stack } }
    : { error: { name: typeof error } };

/** `12:00:01 warn  Something [Context]`, for a terminal. */
const shortLines = (out: { write(text: string): unknown }): DestinationStream => ({
  write(line) {
    const { time, level, msg, context, error } = JSON.parse(line) as Record<string, string> & {
      error?: { stack?: string };
    };
    const text = [msg, error?.stack].filter(Boolean).join('\n');
    out.write(`${time?.slice(11, 19)} ${level?.padEnd(5)} ${text}${context ? ` [${context}]` : ''}\n`);
  },
});

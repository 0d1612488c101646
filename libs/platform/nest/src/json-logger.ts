import type { LoggerService } from '@nestjs/common';
import pino, { type DestinationStream, type Logger } from 'pino';

import { markLogged } from './error-format';
import { currentScope } from './request-scope';

type Level = 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace';

/** Nest tells of every module and route when it starts; nobody reads that unless something is wrong. */
const START_UP = new Set([
  'InstanceLoader',
  'RoutesResolver',
  'RouterExplorer',
  'NestFactory',
  'GraphQLModule',
]);

/** Tokens never reach the log, wherever in a line they stand. */
const SECRETS = ['authorization', 'token', '*.authorization', '*.token', '*.*.authorization', '*.*.token'];

/**
 * The log: one line of JSON per fact, with the correlation id of the request, or short lines where a person watches.
 * Of an error it holds name, message and stack, never the values that went with it.
 */
export class JsonLogger implements LoggerService {
  private readonly logger: Logger;

  constructor(options: { readonly level?: Level; readonly destination?: DestinationStream } = {}) {
    this.logger = pino(
      {
        level: options.level ?? 'info',
        base: null,
        timestamp: pino.stdTimeFunctions.isoTime,
        formatters: { level: (label) => ({ level: label }) },
        redact: { paths: SECRETS, censor: '(secret)' },
        mixin: () => ({ correlationId: currentScope()?.correlationId }),
      },
      options.destination ?? (process.stdout.isTTY ? shortLines(process.stdout) : pino.destination(1)),
    );
  }

  log(message: unknown, ...rest: unknown[]): void {
    this.write(START_UP.has(String(rest.at(-1))) ? 'debug' : 'info', message, rest);
  }

  fatal(message: unknown, ...rest: unknown[]): void {
    this.write('fatal', message, rest);
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.write('error', message, rest);
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.write('warn', message, rest);
  }

  debug(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest);
  }

  verbose(message: unknown, ...rest: unknown[]): void {
    this.write('trace', message, rest);
  }

  // Nest gives the context last, and before it sometimes a stack.
  private write(level: Level, message: unknown, rest: readonly unknown[]): void {
    const context = rest.at(-1);
    const fields = { ...factsOf(message), ...(typeof context === 'string' && { context }) };
    this.logger[level](fields, typeof message === 'string' ? message : undefined);
  }
}

function factsOf(message: unknown): object {
  if (message instanceof Error) {
    markLogged(message);
    return { error: { name: message.name, message: message.message, stack: message.stack } };
  }
  return typeof message === 'object' && message !== null ? message : {};
}

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

import {
  errorFields,
  lineWriter,
  type LogLevel,
  type LogOptions,
  type WriteLine,
} from '@intekenboek/platform-telemetry';
import type { LoggerService } from '@nestjs/common';

import { markLogged } from './error-format';

/** Nest tells of every module and route when it starts; nobody reads that unless something is wrong. */
const START_UP = new Set([
  'InstanceLoader',
  'RoutesResolver',
  'RouterExplorer',
  'NestFactory',
  'GraphQLModule',
]);

/** What Nest tells, in the log of the product. Of an error it holds no values that went with it. */
export class JsonLogger implements LoggerService {
  private readonly line: WriteLine;

  /** In a log that is there already, or in one of its own. */
  constructor(log: WriteLine | LogOptions = {}) {
    this.line = typeof log === 'function' ? log : lineWriter(log);
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
  private write(level: LogLevel, message: unknown, rest: readonly unknown[]): void {
    const context = rest.at(-1);
    const fields = { ...factsOf(message), ...(typeof context === 'string' && { context }) };
    this.line(level, fields, typeof message === 'string' ? message : undefined);
  }
}

function factsOf(message: unknown): object {
  if (message instanceof Error) {
    markLogged(message);
    return errorFields(message);
  }
  return typeof message === 'object' && message !== null ? message : {};
}

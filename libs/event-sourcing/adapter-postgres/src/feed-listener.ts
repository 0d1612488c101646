import type { Log } from '@intekenboek/event-sourcing-core';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';

import { CHANNEL, LISTENERS_LOCK } from './feed-notifier';
import type { LogConnection } from './log-connection';
import { explained } from './postgres-failure';

const RETRY_FIRST_MS = 100;
const RETRY_MAX_MS = 5_000;

export interface FeedListenerOptions {
  readonly connection: LogConnection;
  readonly log: Log;
  /** Called with the sender of a notification, or without one when some may have been missed. */
  readonly onNews: (sender?: string) => void;
}

/** Hears what other processes notify, on a connection of its own that is made again whenever it breaks. */
export class FeedListener {
  private readonly closing = new AbortController();
  private listening: Promise<void> | undefined;
  private connected: Client | undefined;
  private failures = 0;

  constructor(private readonly options: FeedListenerOptions) {}

  isListening(): boolean {
    return this.connected !== undefined;
  }

  /** Starting again has no effect. */
  start(): void {
    this.listening ??= this.listen();
  }

  /** While a connection is being made it waits for that, some seconds at most. */
  async close(): Promise<void> {
    this.closing.abort();
    await this.connected?.end();
    await this.listening;
  }

  private async listen(): Promise<void> {
    const { signal } = this.closing;
    while (!signal.aborted) {
      await this.listenOnce().catch((error: unknown) => this.fail(error));
      const delay = Math.min(RETRY_FIRST_MS * 2 ** this.failures, RETRY_MAX_MS);
      await pause(delay, undefined, { signal }).catch(() => undefined);
    }
  }

  /** Settles when the connection has ended. */
  private async listenOnce(): Promise<void> {
    const client = new Client(this.options.connection.config);
    const ended = new Promise<void>((resolve) => client.once('end', resolve));
    client.on('error', () => undefined);
    client.on('notification', ({ payload }) => this.options.onNews(payload));
    try {
      await client.connect();
      await client.query(`listen ${CHANNEL}; ${LISTENERS_LOCK}`);
      if (this.closing.signal.aborted) return;
      this.connected = client;
      this.hear();
      await ended;
    } finally {
      this.connected = undefined;
      await client.end();
    }
  }

  /** Something may have come while nobody listened. */
  private hear(): void {
    if (this.failures > 0) this.options.log({ level: 'info', message: 'Other processes are heard again.' });
    this.failures = 0;
    this.options.onNews();
  }

  private fail(error: unknown): void {
    this.failures += 1;
    if (this.failures > 1 || this.closing.signal.aborted) return;
    const { message } = explained(error, this.options.connection.where);
    this.options.log({
      level: 'warn',
      message: `Other processes are not heard until this is solved: ${message}`,
    });
  }
}

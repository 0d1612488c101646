import {
  type AppendReceipt,
  type Clock,
  type EventImport,
  type EventMetadata,
  type EventStore,
  type EventToAppend,
  type FeedPosition,
  type Log,
  type RecordedEvent,
  type StreamName,
  type StreamRevision,
  type StreamSlice,
  waitingAppend,
  type WaitingAppend,
} from '@intekenboek/event-sourcing-core';
import { randomUUID } from 'node:crypto';

import { AppendGroups } from './append-groups';
import { importPage } from './event-importer';
import { EventReader, type FeedPage } from './event-reader';
import { EventWriter } from './event-writer';
import { FeedFollowing } from './feed-follower';
import { FeedListener } from './feed-listener';
import { FeedNotifier } from './feed-notifier';
import { FeedWakening } from './feed-wakening';
import { HeldBackFeed } from './held-back-feed';
import { connectionTo } from './log-connection';
import { closedError, LogDatabase } from './log-database';
import { type LogIdentity, openLog } from './log-identity';

const POOL_SIZE = 8;
/**
 * Groups of appends under way at once, each on a connection of its own. One is as fast as several, as measured, but an
 * append that must wait for a lock or on a lost connection would keep all others waiting.
 */
const GROUPS = 2;

export interface PostgresEventStoreOptions {
  /** `postgres://user:password@host:port/database`, with `?sslmode=verify-full` and its like where asked for. */
  readonly url: string;
  readonly clock: Pick<Clock, 'now'>;
  /** Connections for appends and reads together, 4 or more; one more listens once somebody follows the feed. */
  readonly poolSize?: number;
  /** For what an operator should know and no call can tell. */
  readonly log?: Log;
}

/**
 * The log in a PostgreSQL database, for any number of processes. An append is acknowledged after its group is flushed.
 * @throws EventStoreUnavailable when the server cannot be reached, or the log is newer than this release.
 */
export async function openPostgresEventStore(
  options: PostgresEventStoreOptions,
): Promise<PostgresEventStore> {
  const connection = connectionTo(options.url);
  const log = options.log ?? (() => undefined);
  const { warnings, ...identity } = await openLog(connection);
  for (const message of warnings) log({ level: 'warn', message });
  const writing = GROUPS;
  const reading = Math.max((options.poolSize ?? POOL_SIZE) - GROUPS, 2);
  const database = new LogDatabase(connection, identity, { writing, reading });
  return new PostgresEventStore(database, identity, { ...options, log });
}

export class PostgresEventStore implements EventStore, EventImport {
  private readonly reader: EventReader;
  private readonly groups: AppendGroups<WaitingAppend, AppendReceipt>;
  private readonly wakening = new FeedWakening();
  private readonly following: FeedFollowing;
  private readonly heldBack: HeldBackFeed;
  private readonly notifier: FeedNotifier;
  private readonly listener: FeedListener;
  private closing: Promise<void> | undefined;

  constructor(
    private readonly database: LogDatabase,
    private readonly identity: LogIdentity,
    { clock, log }: { readonly clock: Pick<Clock, 'now'>; readonly log: Log },
  ) {
    const { connection, ask } = database;
    const sender = randomUUID();
    const writer = new EventWriter(database, clock, identity.shift);
    this.groups = new AppendGroups(async (appends) => {
      const outcomes = await writer.appendAll(appends);
      this.announce();
      return outcomes;
    }, GROUPS);
    this.reader = new EventReader(ask, identity.shift);
    this.heldBack = new HeldBackFeed(ask, log);
    this.following = new FeedFollowing((after, limit) => this.page(after, limit), this.wakening, log);
    const onNews = (from?: string) => from !== sender && this.wakening.announce();
    this.listener = new FeedListener({ connection, log, onNews });
    this.notifier = new FeedNotifier(ask, sender, () => this.listener.isListening());
  }

  /**
   * For how many milliseconds the end of the feed has been held back by a transaction that is not finished, as far as
   * somebody reads it; 0 when it is not.
   */
  feedHeldBackMs(): number {
    return this.heldBack.milliseconds();
  }

  async logId(): Promise<string> {
    this.requireOpen();
    return this.identity.logId;
  }

  async append(
    stream: StreamName,
    events: readonly EventToAppend[],
    expected: StreamRevision,
    metadata: EventMetadata,
  ): Promise<AppendReceipt> {
    this.requireOpen();
    const append = waitingAppend(stream, events, expected, metadata);
    return this.groups.add(append, append.bytes);
  }

  async importEvents(page: readonly RecordedEvent[]): Promise<void> {
    this.requireOpen();
    await this.database.write((ask) => importPage(ask, page, this.identity.shift));
    this.announce();
  }

  async readStream(stream: StreamName, from = 0): Promise<StreamSlice> {
    this.requireOpen();
    return this.reader.stream(stream, from);
  }

  async readAll(after: FeedPosition, limit: number): Promise<readonly RecordedEvent[]> {
    this.requireOpen();
    return (await this.page(after, limit)).events;
  }

  async readAt(position: FeedPosition): Promise<RecordedEvent | null> {
    this.requireOpen();
    return this.reader.at(position);
  }

  follow(after: FeedPosition, signal: AbortSignal): AsyncIterable<readonly RecordedEvent[]> {
    if (this.closing === undefined) this.listener.start();
    return this.following.follow(after, signal);
  }

  async head(): Promise<FeedPosition> {
    this.requireOpen();
    return this.reader.head();
  }

  close(): Promise<void> {
    this.closing ??= this.end();
    return this.closing;
  }

  private async end(): Promise<void> {
    await this.groups.idle();
    this.wakening.end();
    await Promise.all([this.listener.close(), this.database.close()]);
  }

  private async page(after: FeedPosition, limit: number): Promise<FeedPage> {
    const page = await this.reader.page(after, limit);
    this.heldBack.note(after, page);
    return page;
  }

  private announce(): void {
    this.wakening.announce();
    this.notifier.notify();
  }

  private requireOpen(): void {
    if (this.closing !== undefined) throw closedError(this.database.connection);
  }
}

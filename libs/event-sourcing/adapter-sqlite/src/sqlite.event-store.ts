import {
  type AppendReceipt,
  type Clock,
  type EventImport,
  type EventMetadata,
  type EventStore,
  EventStoreUnavailable,
  type EventToAppend,
  FeedNews,
  type FeedPosition,
  type WaitingAppend,
  waitingAppend,
  type RecordedEvent,
  type StreamName,
  type StreamRevision,
  type StreamSlice,
} from '@intekenboek/event-sourcing-core';
import { resolve } from 'node:path';

import { AppendQueue } from './append-queue';
import { EventTable } from './event-table';
import { type LogFile, openLogFile } from './log-file';
import { explained, isLasting } from './sqlite-failure';

const PAGE_EVENTS = 1_000;

export interface SqliteEventStoreOptions {
  /** The file of the log; made when absent, with its folder. Its journal stands beside it as `<file>-wal`. */
  readonly file: string;
  readonly clock: Pick<Clock, 'now'>;
}

/**
 * The log in one SQLite file, for one process. An append is acknowledged after its group is flushed to the disk.
 * @throws EventStoreUnavailable when the file is in use, damaged, newer than this release or cannot be written.
 */
export async function openSqliteEventStore(options: SqliteEventStoreOptions): Promise<SqliteEventStore> {
  const file = resolve(options.file);
  const log = openLogFile(file, options.clock);
  try {
    return new SqliteEventStore(file, log, new EventTable(log.database, options.clock));
  } catch (error) {
    log.close();
    throw explained(error, file);
  }
}

export class SqliteEventStore implements EventStore, EventImport {
  private readonly news = new FeedNews();
  private readonly queue = new AppendQueue((appends: readonly WaitingAppend[]) =>
    this.write(() => this.events.appendAll(appends)),
  );
  private fault: EventStoreUnavailable | undefined;
  private isClosed = false;

  constructor(
    private readonly file: string,
    private readonly log: LogFile,
    private readonly events: EventTable,
  ) {}

  async logId(): Promise<string> {
    this.requireOpen();
    return this.log.logId;
  }

  async append(
    stream: StreamName,
    events: readonly EventToAppend[],
    expected: StreamRevision,
    metadata: EventMetadata,
  ): Promise<AppendReceipt> {
    this.requireOpen();
    const append = waitingAppend(stream, events, expected, metadata);
    return this.queue.add(append, append.bytes);
  }

  async importEvents(page: readonly RecordedEvent[]): Promise<void> {
    this.requireOpen();
    this.write(() => this.events.importPage(page));
  }

  async readStream(stream: StreamName, from = 0): Promise<StreamSlice> {
    return this.read(() => {
      const length = this.events.lengthOf(stream);
      if (length === 0) return { revision: 'no-stream', events: [] };
      const events = from < length ? this.events.ofStream(stream, from) : [];
      return { revision: length - 1, events };
    });
  }

  async readAll(after: FeedPosition, limit: number): Promise<readonly RecordedEvent[]> {
    return this.read(() => this.events.after(after, limit));
  }

  async readAt(position: FeedPosition): Promise<RecordedEvent | null> {
    return this.read(() => this.events.at(position) ?? null);
  }

  follow(after: FeedPosition, signal: AbortSignal): AsyncIterable<readonly RecordedEvent[]> {
    return this.news.follow(
      (position) => this.read(() => this.events.after(position, PAGE_EVENTS)),
      after,
      signal,
    );
  }

  async head(): Promise<FeedPosition> {
    return this.read(() => this.events.head());
  }

  async close(): Promise<void> {
    if (this.isClosed) return;
    this.isClosed = true;
    this.queue.drain();
    this.news.end();
    this.log.close();
  }

  private write<T>(change: () => T): T {
    if (this.fault !== undefined) throw this.fault;
    try {
      const outcome = change();
      this.news.announce();
      return outcome;
    } catch (error) {
      const failure = explained(error, this.file);
      // After a failed flush nobody knows what the disk holds: only opening the file again tells.
      if (isLasting(error) && failure instanceof EventStoreUnavailable) this.fault = failure;
      throw failure;
    }
  }

  private read<T>(query: () => T): T {
    this.requireOpen();
    try {
      return query();
    } catch (error) {
      throw explained(error, this.file);
    }
  }

  private requireOpen(): void {
    if (this.isClosed) throw new EventStoreUnavailable(`The event store in ${this.file} is closed.`);
  }
}

import {
  type AppendReceipt,
  type EventImport,
  type EventMetadata,
  type EventStore,
  EventStoreUnavailable,
  type EventToAppend,
  FEED_START,
  type FeedPosition,
  type Log,
  nothingToAppend,
  type RecordedEvent,
  type StreamName,
  type StreamRevision,
  type StreamSlice,
} from '@intekenboek/event-sourcing-core';

import { requireAddress } from './address';
import { EventIdClaims } from './event-id-claims';
import { EventImporter } from './event-importer';
import { EventReader } from './event-reader';
import { EventWriter } from './event-writer';
import { followFeed } from './feed-follower';
import { KurrentDbConnection } from './kurrentdb-connection';
import { LatestMoment } from './latest-moment';
import { identityOf } from './log-identity';
import { ServerMetadata } from './server-metadata';

const DEADLINE_MS = 15_000;

export interface KurrentDbEventStoreOptions {
  /** `kurrentdb://user:password@host:2113,…`: any nodes of one cluster, that nothing else writes to. */
  readonly url: string;
  /**
   * After how long an append, or the reading of a page, gives up; 15,000 when absent, which is enough for a cluster to
   * find another leader.
   */
  readonly deadlineMs?: number;
  readonly log?: Log;
}

/**
 * The log in KurrentDB, for any number of processes.
 * @throws KurrentDbAddressRefused when the address cannot be used.
 * @throws EventStoreUnavailable when KurrentDB is not reached in time, does not let the user in, or holds something else.
 */
export async function openKurrentDbEventStore(
  options: KurrentDbEventStoreOptions,
): Promise<KurrentDbEventStore> {
  const { url, deadlineMs = DEADLINE_MS, log = () => undefined } = options;
  requireAddress(url);
  const connection = new KurrentDbConnection({ url, deadlineMs, log });
  try {
    const reader = new EventReader(connection);
    const moments = new LatestMoment();
    const metadata = new ServerMetadata(connection);
    const claims = new EventIdClaims(metadata, reader);
    const logId = await connection.inOneDeadline(() => identityOf(metadata));
    moments.met(await reader.last());
    return new KurrentDbEventStore({ connection, reader, claims, moments, log }, logId);
  } catch (error) {
    await connection.close();
    throw error;
  }
}

interface Parts {
  readonly connection: KurrentDbConnection;
  readonly reader: EventReader;
  readonly claims: EventIdClaims;
  readonly moments: LatestMoment;
  readonly log: Log;
}

export class KurrentDbEventStore implements EventStore, EventImport {
  private readonly writer: EventWriter;
  private readonly importer: EventImporter;
  private readonly closing = new AbortController();
  private readonly writing = new Set<Promise<unknown>>();
  private closed: Promise<void> | undefined;

  constructor(
    private readonly parts: Parts,
    private readonly id: string,
  ) {
    this.writer = new EventWriter(parts);
    this.importer = new EventImporter(parts);
  }

  async logId(): Promise<string> {
    this.requireOpen();
    return this.id;
  }

  async append(
    stream: StreamName,
    events: readonly EventToAppend[],
    expected: StreamRevision,
    metadata: EventMetadata,
  ): Promise<AppendReceipt> {
    this.requireOpen();
    if (events.length === 0) throw nothingToAppend(stream);
    const append = () => this.writer.append(stream, events, expected, metadata);
    return this.finished(this.parts.connection.inOneDeadline(append));
  }

  async importEvents(page: readonly RecordedEvent[]): Promise<void> {
    this.requireOpen();
    await this.finished(this.importer.importEvents(page));
  }

  async readStream(stream: StreamName, from = 0): Promise<StreamSlice> {
    this.requireOpen();
    const slice = await this.parts.reader.readStream(stream, from);
    this.parts.moments.met(slice.events.at(-1));
    return slice;
  }

  async readAll(after: FeedPosition, limit: number): Promise<readonly RecordedEvent[]> {
    this.requireOpen();
    return this.parts.reader.readAll(after, limit);
  }

  async readAt(position: FeedPosition): Promise<RecordedEvent | null> {
    this.requireOpen();
    return this.parts.reader.at(position);
  }

  follow(after: FeedPosition, signal: AbortSignal): AsyncIterable<readonly RecordedEvent[]> {
    return followFeed(this.parts, after, AbortSignal.any([signal, this.closing.signal]));
  }

  async head(): Promise<FeedPosition> {
    this.requireOpen();
    return (await this.parts.reader.last())?.position ?? FEED_START;
  }

  close(): Promise<void> {
    this.closed ??= this.closeOnce();
    return this.closed;
  }

  private async closeOnce(): Promise<void> {
    this.closing.abort();
    await Promise.allSettled(this.writing);
    await this.parts.connection.close();
  }

  /** Lets `close` wait for it. */
  private async finished<T>(write: Promise<T>): Promise<T> {
    this.writing.add(write);
    try {
      return await write;
    } finally {
      this.writing.delete(write);
    }
  }

  private requireOpen(): void {
    if (this.closing.signal.aborted)
      throw new EventStoreUnavailable('The event store in KurrentDB is closed.');
  }
}

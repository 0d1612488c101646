import type { ClientReadableStream } from '@grpc/grpc-js';
import { EventStoreUnavailable, type Log, type StreamRevision } from '@intekenboek/event-sourcing-core';
import {
  type JSONEventData,
  KurrentDBClient,
  NO_STREAM,
  WrongExpectedVersionError,
} from '@kurrent/kurrentdb-client';
import { StreamsClient } from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_grpc_pb';
import type {
  ReadReq,
  ReadResp,
} from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb';
import { AsyncLocalStorage } from 'node:async_hooks';
import { once } from 'node:events';
import { PassThrough, pipeline, type Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';

import { commandError, isSilence, lasting, messageOf } from './kurrentdb-failure';
import { Pauses, within } from './patience';

export interface ConnectionOptions {
  readonly url: string;
  /** After how long a call gives up, all of its attempts together. */
  readonly deadlineMs: number;
  readonly log: Log;
}

/** What is asked, in words for the operator. */
interface Asked {
  readonly what: string;
  /** What to know when nobody answers. */
  readonly outcome: string;
}

/** How one attempt is bounded. */
interface Attempt {
  readonly client: KurrentDBClient;
  readonly ms: number;
  readonly signal: AbortSignal;
}

type ReadCall = ClientReadableStream<ReadResp>;

export interface Subscription {
  readonly responses: Readable;
  readonly cancel: () => void;
}

/** How much of a subscription waits for its reader, and the most that it is given at once. */
export const PAGE_EVENTS = 500;

const OUTCOME_UNKNOWN = 'Its outcome is unknown; sending the same again is safe. ';
const ATTEMPTS_IN_DEADLINE = 3;
const PAUSE_FIRST_MS = 25;
const PAUSE_MAX_MS = 1_000;
const RELEASE_MS = 1_000;
const KEEP_ALIVE_MS = 10_000;
const CLIENTS_APART = 1_000;

/**
 * The client of KurrentDB with an end to its patience: every attempt has a time, and what may pass is tried again until
 * the deadline. A client that fell silent is replaced by a new one. Why calls go by the ways they do: ADR-0016.
 */
export class KurrentDbConnection {
  private readonly attemptMs: number;
  private client: KurrentDBClient;
  private readonly retired = new Set<KurrentDBClient>();
  private readonly ends = new AsyncLocalStorage<number>();

  constructor(private readonly options: ConnectionOptions) {
    this.attemptMs = options.deadlineMs / ATTEMPTS_IN_DEADLINE;
    this.client = clientFor(options.url);
  }

  /** Lets all calls that `work` makes share one deadline, where they are one call to who waits. */
  inOneDeadline<T>(work: () => Promise<T>): Promise<T> {
    return this.ends.run(performance.now() + this.options.deadlineMs, work);
  }

  /**
   * One append with all its repetitions, which send the same again.
   * @throws WrongExpectedVersionError when the server says so; EventStoreUnavailable otherwise.
   */
  async append(stream: string, events: readonly JSONEventData[], expected: StreamRevision): Promise<void> {
    const streamState = expected === 'no-stream' ? NO_STREAM : BigInt(expected);
    const asked = { what: `an append to ${stream}`, outcome: OUTCOME_UNKNOWN };
    await this.persist(asked, async ({ client, ms }) => {
      await client.appendToStream(stream, [...events], { streamState, requiresLeader: true, deadline: ms });
    });
  }

  /** All that the leader answers to a read with an end. @throws EventStoreUnavailable */
  read(request: ReadReq): Promise<readonly ReadResp[]> {
    return this.persist({ what: 'a read', outcome: '' }, async ({ client, ms, signal }) => {
      const call = await startRead(client, request, { requiresLeader: true, deadline: ms });
      signal.addEventListener('abort', () => call.cancel());
      const responses: ReadResp[] = [];
      for await (const response of call) responses.push(response as ReadResp);
      return responses;
    });
  }

  /**
   * A read without end, once the server has confirmed it; tried once.
   * @throws EventStoreUnavailable for what will not pass; anything else may.
   */
  async subscribe(request: ReadReq, stop: AbortSignal): Promise<Subscription> {
    const { client } = this;
    let cancel = () => undefined as void;
    const attempt = async () => {
      const call = await startRead(client, request, { requiresLeader: false, deadline: Infinity });
      cancel = () => call.cancel();
      // What comes while the reader is busy waits here, and beyond that at the server.
      const responses = new PassThrough({ objectMode: true, highWaterMark: PAGE_EVENTS });
      pipeline(call, responses, () => undefined);
      await once(responses, 'readable');
      return { responses, cancel };
    };
    try {
      return await within(this.attemptMs, attempt, stop);
    } catch (thrown) {
      cancel();
      throw stop.aborted ? thrown : this.judged(thrown, client);
    }
  }

  async close(): Promise<void> {
    await Promise.all([this.client, ...this.retired].map(release));
  }

  private async persist<T>(asked: Asked, attempt: (bounds: Attempt) => Promise<T>): Promise<T> {
    const end = this.ends.getStore() ?? performance.now() + this.options.deadlineMs;
    const pauses = new Pauses(PAUSE_FIRST_MS, PAUSE_MAX_MS);
    // Too short an attempt would only hide why the one before it failed.
    const leastMs = this.attemptMs / 4;
    for (;;) {
      const { client } = this;
      const ms = Math.max(Math.min(this.attemptMs, end - performance.now()), leastMs);
      try {
        return await within(ms, (signal) => attempt({ client, ms, signal }));
      } catch (thrown) {
        const error = this.judged(thrown, client);
        const pauseMs = pauses.next();
        if (performance.now() + pauseMs + leastMs >= end) throw this.gaveUp(asked, error);
        await pause(pauseMs);
      }
    }
  }

  /** The error after which to try again. @throws what will not pass, and what is an answer. */
  private judged(thrown: unknown, client: KurrentDBClient): unknown {
    const error = commandError(thrown);
    if (error instanceof WrongExpectedVersionError) throw error;
    const fault = lasting(error);
    if (fault !== undefined) throw fault;
    if (isSilence(error)) this.replace(client);
    return error;
  }

  private gaveUp({ what, outcome }: Asked, error: unknown): EventStoreUnavailable {
    const seconds = Math.round(this.options.deadlineMs / 100) / 10;
    return new EventStoreUnavailable(
      `KurrentDB did not confirm ${what} within ${seconds} s. ${outcome}` +
        `Check that KurrentDB runs, has a leader and is reached by KURRENTDB_URL. (${messageOf(error)})`,
      { cause: error },
    );
  }

  /** What is under way on the old client may still be answered; its time is up when that of every call is. */
  private replace(silent: KurrentDBClient): void {
    if (silent !== this.client) return;
    this.options.log({ level: 'warn', message: 'KurrentDB does not answer; a new connection is made.' });
    this.client = clientFor(this.options.url);
    this.retired.add(silent);
    const retire = () => {
      this.retired.delete(silent);
      void release(silent);
    };
    setTimeout(retire, this.options.deadlineMs).unref();
  }
}

function clientFor(url: string): KurrentDBClient {
  const client = KurrentDBClient.connectionString(withConnectionOfItsOwn(url));
  // One call for each append. Many over one stream share each other's failures, and a broken connection then ends
  // the process (ADR-0016).
  client['supports'] = () => Promise.resolve(false);
  return client;
}

let clients = 0;

/** Clients of one process with the same options share a connection, also one that fell silent; so none has the same. */
function withConnectionOfItsOwn(url: string): string {
  const given = /[?&]keepAliveTimeout=(\d+)/i.exec(url)?.[1];
  clients += 1;
  const timeoutMs = Number(given ?? KEEP_ALIVE_MS) + (clients % CLIENTS_APART);
  return `${url}${url.includes('?') ? '&' : '?'}keepAliveTimeout=${timeoutMs}`;
}

/** Through the connection of the client, and not through its reader in native code (ADR-0016). */
async function startRead(
  client: KurrentDBClient,
  request: ReadReq,
  { requiresLeader, deadline }: { readonly requiresLeader: boolean; readonly deadline: number },
): Promise<ReadCall> {
  const bounds = deadline === Infinity ? { deadline } : undefined;
  const options = client['callArguments']({ requiresLeader, ...(bounds ? {} : { deadline }) }, bounds);
  const start = client['GRPCStreamCreator'](StreamsClient, 'read', (grpc) => grpc.read(request, ...options));
  const call = await start();
  // Told by the iteration; after a cancel nobody listens any more.
  call.on('error', () => undefined);
  return call;
}

async function release(client: KurrentDBClient): Promise<void> {
  const close = async () => {
    await client.dispose();
    // It would stay open, unused, for half an hour.
    (await client['getChannel']()).close();
  };
  await within(RELEASE_MS, close).catch(() => undefined);
}

import {
  BACKWARDS,
  END,
  excludeSystemEvents,
  jsonEvent,
  KurrentDBClient,
  NO_STREAM,
  type Position,
  STREAM_EXISTS,
  streamNameFilter,
} from '@kurrent/kurrentdb-client';
import { StreamsClient } from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_grpc_pb';
import { AppendReq } from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb';
import {
  Empty,
  StreamIdentifier,
  UUID,
} from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/shared_pb';
import { credentials } from '@grpc/grpc-js';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, appendFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { type KurrentDbStandIn, type StandInOptions, startKurrentDbStandIn } from './kurrentdb-stand-in';

const event = (id = randomUUID()) => jsonEvent({ id, type: 'SomethingHappened', data: { id } });
const newStream = () => `stand-${randomUUID()}`;

/** Closed after each test, the last opened first, also when it fails: an open connection would keep the run from ending. */
const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

async function startedStandIn(options: StandInOptions = {}): Promise<KurrentDbStandIn> {
  const standIn = await startKurrentDbStandIn(options);
  closers.push(() => standIn.close());
  return standIn;
}

function clientOf(url: string): KurrentDBClient {
  const client = KurrentDBClient.connectionString(url);
  closers.push(() => client.dispose());
  return client;
}

async function idsOf(events: AsyncIterable<{ event?: { id: string } | undefined }>): Promise<string[]> {
  const ids: string[] = [];
  for await (const { event: read } of events) ids.push(read?.id ?? '');
  return ids;
}

/** The two ways by which a client appends, depending on what the server offers. */
describe.each([
  ['one call for each', false],
  ['many over one stream', true],
])('a stand-in that takes appends: %s', (_, offersBatchAppend) => {
  let standIn: KurrentDbStandIn;
  let client: KurrentDBClient;
  beforeAll(async () => {
    standIn = await startKurrentDbStandIn({ offersBatchAppend });
    client = KurrentDBClient.connectionString(standIn.url);
  });
  afterAll(async () => {
    await client.dispose();
    await standIn.close();
  });

  it('gives events back as they were, with ever greater positions that are not dense', async () => {
    const [stream, events] = [newStream(), [event(), event()]];
    const { position, nextExpectedRevision } = await client.appendToStream(stream, events, {
      streamState: NO_STREAM,
    });
    const read = [];
    for await (const one of client.readStream(stream)) read.push(one.event);
    expect(read.map((one) => [one?.id, one?.data, one?.revision])).toEqual(
      events.map(({ id }, n) => [id, { id }, BigInt(n)]),
    );
    expect(read[1]?.position).toEqual(position);
    expect(nextExpectedRevision).toBe(1n);
    expect(read[1]!.position!.commit - read[0]!.position!.commit).toBeGreaterThan(1n);
  });

  it('takes an append at the expected revision only', async () => {
    const stream = newStream();
    const refused = { type: 'wrong-expected-version' };
    await expect(client.appendToStream(stream, event(), { streamState: 0n })).rejects.toMatchObject(refused);
    await expect(
      client.appendToStream(stream, event(), { streamState: STREAM_EXISTS }),
    ).rejects.toMatchObject(refused);
    await client.appendToStream(stream, event(), { streamState: NO_STREAM });
    await expect(client.appendToStream(stream, event(), { streamState: NO_STREAM })).rejects.toMatchObject({
      ...refused,
      actualState: 0n,
    });
    await client.appendToStream(stream, event(), { streamState: 0n });
    await client.appendToStream(stream, event(), { streamState: STREAM_EXISTS });
    expect(await idsOf(client.readStream(stream))).toHaveLength(3);
  });

  it('acknowledges the same ids at the same place again, whatever their content', async () => {
    const [stream, first, second] = [newStream(), event(), event()];
    const before = await client.appendToStream(stream, [first, second], { streamState: NO_STREAM });
    await client.appendToStream(stream, event(), { streamState: 1n });
    const changed = { ...second, data: { id: 'other' } };
    expect(await client.appendToStream(stream, [first, changed], { streamState: NO_STREAM })).toEqual(before);
    expect(await idsOf(client.readStream(stream))).toHaveLength(3);
  });

  it('refuses an append of which only a part was stored before', async () => {
    const [stream, first] = [newStream(), event()];
    await client.appendToStream(stream, first, { streamState: NO_STREAM });
    await expect(
      client.appendToStream(stream, [first, event()], { streamState: NO_STREAM }),
    ).rejects.toMatchObject({ type: 'wrong-expected-version' });
  });

  it('stores an id again where the revision is right: it knows none but those at the place', async () => {
    const [stream, other, first] = [newStream(), newStream(), event()];
    await client.appendToStream(stream, first, { streamState: NO_STREAM });
    await client.appendToStream(stream, first, { streamState: 0n });
    await client.appendToStream(other, first, { streamState: NO_STREAM });
    expect(await idsOf(client.readStream(stream))).toEqual([first.id, first.id]);
  });

  it('refuses an append that is larger than its limit as a whole', async () => {
    const [stream, half] = [newStream(), { text: 'x'.repeat(600_000) }];
    const events = [event(), event()].map((one) => ({ ...one, data: half }));
    await expect(client.appendToStream(stream, events, { streamState: NO_STREAM })).rejects.toMatchObject({
      type: 'maximum-append-size-exceeded',
      maxAppendSize: 1_048_576,
    });
    await expect(idsOf(client.readStream(stream))).rejects.toMatchObject({ type: 'stream-not-found' });
  });

  it('says that a stream was deleted', async () => {
    const stream = newStream();
    await client.appendToStream(stream, event(), { streamState: NO_STREAM });
    standIn.log.tombstone(stream);
    await expect(client.appendToStream(stream, event(), { streamState: 0n })).rejects.toMatchObject({
      type: 'stream-deleted',
    });
  });

  it('names the leader to who asks another node for it', async () => {
    const cluster = await startedStandIn({ nodes: 2, offersBatchAppend });
    const toFollower = clientOf(`kurrentdb://127.0.0.1:${cluster.node(1).port}?tls=false`);
    const append = () =>
      toFollower.appendToStream(newStream(), event(), { streamState: NO_STREAM, requiresLeader: true });
    await expect(append()).rejects.toMatchObject({
      type: 'not-leader',
      leader: { address: '127.0.0.1', port: cluster.node(0).port },
    });
    expect(await append()).toMatchObject({ success: true });
  });
});

describe('the log of a stand-in', () => {
  let standIn: KurrentDbStandIn;
  let client: KurrentDBClient;
  beforeEach(async () => {
    standIn = await startedStandIn();
    client = clientOf(standIn.url);
  });

  async function appendSome(count: number): Promise<string[]> {
    const ids: string[] = [];
    for (let n = 0; n < count; n += 1) {
      const one = event();
      await client.appendToStream(newStream(), one, { streamState: NO_STREAM });
      ids.push(one.id);
    }
    return ids;
  }

  it('has events of the server among those of its users, which a filter leaves out', async () => {
    const ids = await appendSome(12);
    expect((await idsOf(client.readAll())).length).toBeGreaterThan(ids.length + 3);
    const filter = streamNameFilter({ prefixes: ['stand-'] });
    expect(await idsOf(client.readAll({ filter }))).toEqual(ids);
    const byType = await idsOf(client.readAll({ filter: excludeSystemEvents() }));
    // Results of projections have types of their own in streams of the server.
    expect(byType.filter((id) => ids.includes(id))).toEqual(ids);
    expect(byType.length).toBeGreaterThan(ids.length);
  });

  it('is read forwards with the event at a position, and backwards from the end', async () => {
    const ids = await appendSome(4);
    const filter = streamNameFilter({ prefixes: ['stand-'] });
    const positions: Position[] = [];
    for await (const { event: read } of client.readAll({ filter })) positions.push(read!.position);
    expect(await idsOf(client.readAll({ filter, fromPosition: positions[2]! }))).toEqual(ids.slice(2));
    const backwards = client.readAll({ filter, direction: BACKWARDS, fromPosition: END, maxCount: 2 });
    expect(await idsOf(backwards)).toEqual(ids.slice(2).reverse());
  });

  it('refuses to be read from a position that no event has', async () => {
    await appendSome(1);
    const read = idsOf(client.readAll({ fromPosition: { commit: 7n, prepare: 7n } }));
    await expect(read).rejects.toThrow();
  });

  it('tells a subscription how far it is, and gives what comes after its position', async () => {
    const ids = await appendSome(2);
    standIn.log.appendSystemEvents(200);
    const checkpoints: Position[] = [];
    const filter = excludeSystemEvents({
      checkpointReached: (_, position) => void checkpoints.push(position),
    });
    let from: Position | undefined;
    for await (const { event: read } of client.readAll({
      filter: streamNameFilter({ prefixes: ['stand-'] }),
    })) {
      from ??= read!.position;
    }
    const seen: string[] = [];
    for await (const { event: read } of client.subscribeToAll({ filter, fromPosition: from! })) {
      if (read!.streamId.startsWith('$')) continue;
      seen.push(read!.id);
      if (seen.length === 1) await appendSome(1);
      if (seen.length === 2) break;
    }
    expect(seen[0]).toBe(ids[1]);
    expect(checkpoints.length).toBeGreaterThan(5);
  });

  it('gives of the metadata of a stream only the latest version', async () => {
    const stream = newStream();
    await client.setStreamMetadata(stream, { version: 'first' });
    await client.setStreamMetadata(stream, { version: 'second' });
    expect(await idsOf(client.readStream(`$$${stream}`))).toHaveLength(1);
    expect(await client.getStreamMetadata(stream)).toMatchObject({ metadata: { version: 'second' } });
  });

  it('is kept in its folder over a restart, without what a kill cut off', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'stand-in-'));
    closers.push(() => rmSync(folder, { recursive: true }));
    const first = await startKurrentDbStandIn({ folder });
    const [stream, one] = [newStream(), event()];
    const { position } = await clientOf(first.url).appendToStream(stream, one, { streamState: NO_STREAM });
    await first.close();
    appendFileSync(join(folder, 'stand-in.ndjson'), '[{"stream":"half');

    const reader = clientOf((await startedStandIn({ folder })).url);
    const again = await reader.appendToStream(stream, one, { streamState: NO_STREAM });
    expect(again.position).toEqual(position);
    const next = await reader.appendToStream(stream, event(), { streamState: 0n });
    expect(next.position!.commit).toBeGreaterThan(position!.commit);
  });

  it('is behind at a follower that fell behind, and not at its leader', async () => {
    const cluster = await startedStandIn({ nodes: 2 });
    const toFollower = clientOf(
      `kurrentdb://127.0.0.1:${cluster.node(1).port}?tls=false&nodePreference=follower`,
    );
    cluster.node(1).fallBehind();
    const stream = newStream();
    await toFollower.appendToStream(stream, event(), { streamState: NO_STREAM });
    expect(cluster.seen.passedOn).toBe(1);
    await expect(idsOf(toFollower.readStream(stream))).rejects.toMatchObject({ type: 'stream-not-found' });
    cluster.node(1).catchUp();
    expect(await idsOf(toFollower.readStream(stream))).toHaveLength(1);
  });
});

it('stores nothing of an append that its client gave up halfway', async () => {
  const standIn = await startedStandIn();
  const streams = new StreamsClient(`127.0.0.1:${standIn.node(0).port}`, credentials.createInsecure());
  closers.push(() => streams.close());
  const begin = (name: string, answer: () => void) => {
    const call = streams.append(answer);
    const identifier = new StreamIdentifier().setStreamName(Buffer.from(name));
    const options = new AppendReq.Options().setStreamIdentifier(identifier).setNoStream(new Empty());
    call.write(new AppendReq().setOptions(options));
    const message = new AppendReq.ProposedMessage().setId(new UUID().setString(randomUUID()));
    call.write(new AppendReq().setProposedMessage(message));
    return call;
  };
  const names = Array.from({ length: 10 }, () => newStream());
  const halves = names.map((name) => begin(name, () => undefined));
  const whole = newStream();
  const isAnswered = new Promise<void>((resolve) => {
    const call = begin(whole, resolve);
    // They share one connection, so that the others are given up before this one ends.
    setImmediate(function poll() {
      if (standIn.seen.append < 11) return void setImmediate(poll);
      for (const half of halves) half.cancel();
      call.end();
    });
  });
  await isAnswered;
  expect(standIn.log.ofStream(whole)).toHaveLength(1);
  expect(names.flatMap((name) => standIn.log.ofStream(name))).toEqual([]);
});

it('refuses what comes over one stream too late by its own clock, as the real server does', async () => {
  const standIn = await startedStandIn({ nowMs: () => Date.now() + 3_600_000 });
  const append = clientOf(standIn.url).appendToStream(newStream(), event(), { streamState: NO_STREAM });
  await expect(append).rejects.toMatchObject({ type: 'deadline-exceeded' });
});

import { FEED_START } from '@intekenboek/event-sourcing-core';
import { startKurrentDbStandIn } from '@intekenboek/event-sourcing-kurrentdb-testing';
import {
  appendSome,
  expectNothingLostByKills,
  feedAfter,
  followUntil,
  newStream,
  startProcess,
  type StartedProcess,
} from '@intekenboek/event-sourcing-testing';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

import { type KurrentDbEventStore, openKurrentDbEventStore } from './kurrentdb.event-store';
import { closeAll, closedLater, until } from './stand-in.fixtures';

const STAND_IN = join(__dirname, '../../kurrentdb-testing/src/stand-in.process.ts');
const WRITERS = 16;
const APPENDS_PER_WRITER = 30;
const KILLS = 4;

afterEach(closeAll);

describe('a process that appends to KurrentDB', () => {
  it('loses nothing acknowledged and keeps no half append, however often it is killed', async () => {
    const standIn = closedLater(await startKurrentDbStandIn());
    await expectNothingLostByKills({
      script: join(__dirname, 'appending.process.ts'),
      address: standIn.url,
      open: () => openKurrentDbEventStore({ url: standIn.url }),
      kills: 8,
    });
  }, 120_000);
});

describe('a KurrentDB that is killed and started again while 16 writers append', () => {
  it('has everything that was acknowledged, once, and gave it to who follows', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'kurrentdb-kill-'));
    let server = await startServer(folder, 0);
    closedLater({
      close: async () => {
        server.child.kill('SIGKILL');
        rmSync(folder, { recursive: true });
      },
    });
    const { url } = server;
    const port = Number(/:(\d+)\?/.exec(url)?.[1]);
    const store = closedLater(await openKurrentDbEventStore({ url, deadlineMs: 30_000 }));
    const followed = followUntil(store, FEED_START, WRITERS * APPENDS_PER_WRITER, 90_000);

    let acknowledged = 0;
    const writing = Array.from({ length: WRITERS }, () => appendInTurn(store, () => (acknowledged += 1)));
    for (let kill = 1; kill <= KILLS; kill += 1) {
      const enough = (kill * WRITERS * APPENDS_PER_WRITER) / (KILLS + 1);
      await until(() => acknowledged >= enough, 60_000);
      server.child.kill('SIGKILL');
      await once(server.child, 'exit');
      server = await startServer(folder, port);
    }
    const streams = await Promise.all(writing);

    const feed = await feedAfter(store, FEED_START, 100);
    expect(feed).toHaveLength(WRITERS * APPENDS_PER_WRITER);
    expect(await followed).toEqual(feed);
    for (const { stream, positions } of streams) {
      const ofStream = feed.filter((event) => event.stream === stream);
      expect(ofStream.map(({ position }) => position)).toEqual(positions);
    }
  }, 120_000);
});

async function appendInTurn(store: KurrentDbEventStore, onAcknowledged: () => void) {
  const [stream, positions]: [ReturnType<typeof newStream>, string[]] = [newStream(), []];
  for (let n = 0; n < APPENDS_PER_WRITER; n += 1) {
    const receipt = await appendSome(store, stream, 1, n === 0 ? 'no-stream' : n - 1);
    positions.push(receipt.position);
    onAcknowledged();
  }
  return { stream, positions };
}

async function startServer(folder: string, port: number): Promise<{ child: StartedProcess; url: string }> {
  const child = startProcess(STAND_IN, '--port', String(port), '--folder', folder);
  for await (const url of createInterface(child.stdout)) return { child, url };
  throw new Error('The stand-in did not start.');
}

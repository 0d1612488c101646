import type { ReceivedMessage } from '@intekenboek/messaging-application';
import { Gate, hurriedTimer, logLines, systemTimer } from '@intekenboek/messaging-testing';
import type { EachBatchPayload, KafkaMessage } from 'kafkajs';

import type { KafkaOptions } from './kafka-options';
import { PartitionWorker } from './partition-worker';

type Handle = (message: ReceivedMessage) => Promise<void>;

/** What kafkajs hands over, five messages of one partition from offset 10, and what was told to it. */
function batch(overrides: Partial<EachBatchPayload> = {}, timestamp = '1795308837712') {
  const messages = Array.from({ length: 5 }, (_, n): Partial<KafkaMessage> => ({
    key: null,
    value: Buffer.from(String(n)),
    timestamp,
    offset: String(10 + n),
    headers: {},
  }));
  const told: string[] = [];
  const payload = {
    batch: { topic: 't', partition: 2, messages },
    resolveOffset: (offset: string) => void told.push(`done ${offset}`),
    commitOffsetsIfNecessary: async (offsets: unknown) => void told.push(`commit ${JSON.stringify(offsets)}`),
    heartbeat: async () => void told.push('lives'),
    isRunning: () => true,
    isStale: () => false,
    pause: () => {
      told.push('pause');
      return () => void told.push('resume');
    },
    ...overrides,
  } as unknown as EachBatchPayload;
  return { payload, told };
}

const commitOf = (offset: string) =>
  `commit ${JSON.stringify({ topics: [{ topic: 't', partitions: [{ partition: 2, offset }] }] })}`;

function workerWith(handle: Handle, timer = hurriedTimer) {
  const { log, lines } = logLines();
  const options: KafkaOptions = { brokers: [], clientId: 'test', timer, log, timings: { heartbeatMs: 5 } };
  return { worker: new PartitionWorker({ group: 'g', topics: ['t'], handle }, options), lines };
}

const never = new AbortController().signal;
const withoutHeart = (told: readonly string[]) => told.filter((one) => one !== 'lives');

describe('working on a batch of Kafka', () => {
  it('handles its messages in turn and then commits the offset behind the last', async () => {
    const seen: string[] = [];
    const { worker } = workerWith(async ({ value }) => void seen.push(value));
    const { payload, told } = batch();
    await worker.handleBatch(payload, never);
    expect(seen).toEqual(['0', '1', '2', '3', '4']);
    expect(withoutHeart(told)).toEqual([
      ...['10', '11', '12', '13', '14'].map((offset) => `done ${offset}`),
      commitOf('15'),
    ]);
  });

  it('commits nothing beyond a message that failed, and lets the partition wait before it comes again', async () => {
    const { worker, lines } = workerWith(async ({ value }) => {
      if (value === '2') throw new Error('away');
    });
    const { payload, told } = batch();
    await worker.handleBatch(payload, never);
    await new Promise((resolve) => setImmediate(resolve));
    expect(withoutHeart(told)).toEqual(['done 10', 'done 11', 'pause', commitOf('12'), 'resume']);
    expect(lines[0]?.facts).toEqual({
      group: 'g',
      topic: 't',
      partition: 2,
      offset: '12',
      failures: 1,
      error: 'Error: away',
    });
  });

  it('lets it wait longer after every failure, and begins anew after a success', async () => {
    const waits: number[] = [];
    const timer = {
      chance: () => 0,
      wait: async (ms: number) => {
        if (ms > 5) waits.push(ms);
      },
    };
    const outcomes = ['fails', 'fails', 'fails', 'works', 'fails'];
    const { worker } = workerWith(async () => {
      if (outcomes.shift() === 'fails') throw new Error('away');
    }, timer);
    for (let round = 0; round < 4; round += 1) await worker.handleBatch(batch().payload, never);
    expect(waits).toEqual([200, 400, 800, 200]);
  });

  it.each([
    ['the consumer has to stop', () => batch(), AbortSignal.abort()],
    ['kafkajs is stopping', () => batch({ isRunning: () => false }), never],
    ['the batch is of an earlier share of the partitions', () => batch({ isStale: () => true }), never],
  ])('takes nothing when %s', async (_, given, over) => {
    const handle = jest.fn(() => Promise.resolve());
    const { worker } = workerWith(handle);
    const { payload, told } = given();
    await worker.handleBatch(payload, over);
    expect(handle).not.toHaveBeenCalled();
    expect(withoutHeart(told)).toEqual([]);
  });

  it('tells the group that it lives while a message takes long', async () => {
    const gate = new Gate();
    let beats = 0;
    const heartbeat = async () => {
      beats += 1;
      if (beats === 3) gate.open();
    };
    const { worker } = workerWith(() => gate.opened, systemTimer);
    await worker.handleBatch(batch({ heartbeat }).payload, never);
    expect(beats).toBeGreaterThanOrEqual(3);
  });

  it('stops after the message at hand when the group goes on without it', async () => {
    const gate = new Gate();
    const seen: string[] = [];
    const heartbeat = () => {
      setImmediate(() => gate.open());
      return Promise.reject(new Error('The group is rebalancing.'));
    };
    const { worker } = workerWith(async ({ value }) => {
      seen.push(value);
      await gate.opened;
    }, systemTimer);
    const { payload, told } = batch({ heartbeat });
    await worker.handleBatch(payload, never);
    expect(seen).toEqual(['0']);
    expect(told).toEqual(['done 10', commitOf('11')]);
  });

  it('leaves the rest for later when a batch takes longer than a second, so that other partitions get their turn', async () => {
    let now = 0;
    const clock = jest.spyOn(performance, 'now').mockImplementation(() => now);
    const seen: string[] = [];
    const { worker } = workerWith(async ({ value }) => {
      seen.push(value);
      now += 600;
    });
    const { payload, told } = batch();
    await worker.handleBatch(payload, never);
    clock.mockRestore();
    expect(seen).toEqual(['0', '1']);
    expect(told.at(-1)).toBe(commitOf('12'));
  });

  it('works on a partition once at a time, also when kafkajs brings it twice', async () => {
    let atWork = 0;
    let most = 0;
    const { worker } = workerWith(async () => {
      atWork += 1;
      most = Math.max(most, atWork);
      await new Promise((resolve) => setImmediate(resolve));
      atWork -= 1;
    });
    await Promise.all([
      worker.handleBatch(batch().payload, never),
      worker.handleBatch(batch().payload, never),
    ]);
    expect(most).toBe(1);
  });

  describe('whose offset the broker refused', () => {
    const refuse = () => Promise.reject(new Error('The coordinator is not aware of this member.'));

    async function handledTwice(timestamp?: string) {
      const seen: string[] = [];
      const { worker } = workerWith(async ({ offset }) => void seen.push(offset));
      const refused = worker.handleBatch(batch({ commitOffsetsIfNecessary: refuse }).payload, never);
      await expect(refused).rejects.toThrow('not aware');
      const { payload, told } = batch({}, timestamp);
      await worker.handleBatch(payload, never);
      return { worker, seen, told };
    }

    it('does not handle it again, and commits it now', async () => {
      const { seen, told } = await handledTwice();
      expect(seen).toEqual(['10', '11', '12', '13', '14']);
      expect(told.at(-1)).toBe(commitOf('15'));
    });

    it('handles what is new at the same offsets, because the topic was made anew', async () => {
      const { seen } = await handledTwice('1795308837713');
      expect(seen).toHaveLength(10);
    });

    it('handles it again when the group went back after it was committed', async () => {
      const { worker, seen } = await handledTwice();
      await worker.handleBatch(batch().payload, never);
      expect(seen).toHaveLength(10);
    });
  });

  it('tells kafkajs when the offset cannot be committed', async () => {
    const { worker } = workerWith(() => Promise.resolve());
    const commitOffsetsIfNecessary = () => Promise.reject(new Error('The group is rebalancing.'));
    const working = worker.handleBatch(batch({ commitOffsetsIfNecessary }).payload, never);
    await expect(working).rejects.toThrow('rebalancing');
  });
});

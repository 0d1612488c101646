import { Gate, logLines, systemTimer } from '@intekenboek/messaging-testing';
import type { Consumer, ConsumerConfig, Kafka } from 'kafkajs';

import type { KafkaOptions } from './kafka-options';
import { KafkaSession } from './kafka-session';
import { PartitionWorker } from './partition-worker';

const events = { HEARTBEAT: 'heartbeat', FETCH: 'fetch', GROUP_JOIN: 'join', CRASH: 'crash' };

/** A consumer of kafkajs that does what it is told to; tells what was asked of it. */
function given(overrides: Partial<Record<'connect' | 'run' | 'disconnect', () => Promise<void>>> = {}) {
  const asked: string[] = [];
  const configs: ConsumerConfig[] = [];
  const listeners = new Map<string, (event: { payload: unknown }) => void>();
  const step = (name: 'connect' | 'run' | 'disconnect') => async () => {
    asked.push(name);
    await overrides[name]?.();
  };
  const consumer = {
    events,
    on: (name: string, listener: (event: { payload: unknown }) => void) => void listeners.set(name, listener),
    connect: step('connect'),
    subscribe: async () => void asked.push('subscribe'),
    run: step('run'),
    disconnect: step('disconnect'),
  } as unknown as Consumer;
  const kafka = {
    consumer(config: ConsumerConfig) {
      configs.push(config);
      return consumer;
    },
  } as unknown as Kafka;
  const { log, lines } = logLines();
  const options: KafkaOptions = {
    brokers: [],
    clientId: 'test',
    // A look every second would be a test of many seconds.
    timer: { ...systemTimer, wait: (ms, signal) => systemTimer.wait(Math.min(ms, 20), signal) },
    log,
    timings: { sessionMs: 20, rebalanceMs: 20 },
  };
  const assigned: unknown[] = [];
  const consumption = {
    group: 'g',
    topics: ['t'],
    handle: () => Promise.resolve(),
    onAssigned: (partitions: unknown) => void assigned.push(partitions),
  };
  const session = new KafkaSession(kafka, consumption, new PartitionWorker(consumption, options), options);
  const tell = (name: string, payload: unknown) => listeners.get(name)?.({ payload });
  return { session, tell, asked, configs, lines, assigned };
}

describe('the life of a Kafka consumer', () => {
  it('is begun anew by us alone: kafkajs would not always do it', async () => {
    const { configs } = given();
    expect(await configs[0]?.retry?.restartOnFailure?.(new Error('any'))).toBe(false);
    expect(configs[0]?.allowAutoTopicCreation).toBe(false);
  });

  it('ends in peace when it is asked to', async () => {
    const { session, asked } = given();
    const stop = new AbortController();
    const running = session.run(stop.signal);
    await new Promise((resolve) => setImmediate(resolve));
    stop.abort();
    await running;
    expect(asked).toEqual(['connect', 'subscribe', 'run', 'disconnect']);
  });

  it('is not ended before it has begun: kafkajs would go on for ever', async () => {
    const joining = new Gate();
    const { session, asked } = given({ run: () => joining.opened });
    const stop = new AbortController();
    const running = session.run(stop.signal);
    await new Promise((resolve) => setImmediate(resolve));
    stop.abort();
    await new Promise((resolve) => setImmediate(resolve));
    expect(asked).toEqual(['connect', 'subscribe', 'run']);
    joining.open();
    await running;
    expect(asked.at(-1)).toBe('disconnect');
  });

  it('ends with the reason when kafkajs gives up', async () => {
    const { session, tell, asked } = given();
    const running = session.run(new AbortController().signal);
    tell('crash', { error: new Error('no coordinator'), restart: false });
    await expect(running).rejects.toThrow('no coordinator');
    expect(asked.at(-1)).toBe('disconnect');
  });

  it('ends when it cannot begin', async () => {
    const { session } = given({ connect: () => Promise.reject(new Error('refused')) });
    await expect(session.run(new AbortController().signal)).rejects.toThrow('refused');
  });

  it('ends when it has given no sign of life for too long', async () => {
    const { session } = given();
    await expect(session.run(new AbortController().signal)).rejects.toThrow('no sign of life');
  });

  it('goes on as long as it gives signs of life', async () => {
    const { session, tell } = given();
    const stop = new AbortController();
    let signs = 0;
    const living = setInterval(() => {
      signs += 1;
      tell(['heartbeat', 'fetch'][signs % 2] ?? '', {});
      if (signs === 60) stop.abort();
    }, 5);
    await expect(session.run(stop.signal)).resolves.toBeUndefined();
    clearInterval(living);
    expect(signs).toBe(60);
  });

  it('ends also when kafkajs does not, and says so', async () => {
    const { session, lines } = given({ disconnect: () => new Promise(() => undefined) });
    const stop = new AbortController();
    const running = session.run(stop.signal);
    stop.abort();
    await running;
    expect(lines.map(({ message }) => message)).toEqual([
      'A Kafka consumer did not end in peace; its group will miss it.',
    ]);
  });

  it('tells which partitions it has', async () => {
    const { session, tell, assigned } = given();
    const stop = new AbortController();
    const running = session.run(stop.signal);
    tell('join', { memberAssignment: { t: [0, 2] } });
    stop.abort();
    await running;
    tell('join', { memberAssignment: { t: [1] } });
    expect(assigned).toEqual([
      [
        { topic: 't', partition: 0 },
        { topic: 't', partition: 2 },
      ],
    ]);
  });
});

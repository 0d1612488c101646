import { logLines, systemTimer } from '@intekenboek/messaging-testing';
import RequestQueue from 'kafkajs/src/network/requestQueue';

import { kafkaClient } from './kafka-client';

function clientAndLines() {
  const { log, lines } = logLines();
  const kafka = kafkaClient({ brokers: ['127.0.0.1:1'], clientId: 'test', timer: systemTimer, log });
  return { logger: kafka.logger().namespace('Consumer'), lines };
}

describe('the log of kafkajs', () => {
  it('goes into ours, without the values that went with it', () => {
    const { logger, lines } = clientAndLines();
    logger.error('Crash: broken', {
      broker: 'one:9092',
      groupId: 'group',
      error: 'closed',
      value: 'secret',
      messages: [{ value: 'secret' }],
      payload: { value: 'secret' },
    });
    expect(lines).toEqual([
      {
        level: 'warn',
        message: 'The Kafka client tells of trouble.',
        facts: {
          part: 'Consumer',
          message: 'Crash: broken',
          error: 'closed',
          broker: 'one:9092',
          groupId: 'group',
        },
      },
    ]);
  });

  it('is cut where it is long, and leaves out what is only told', () => {
    const { logger, lines } = clientAndLines();
    logger.info('Consumer has joined the group');
    logger.warn('x'.repeat(5_000));
    expect(lines.map(({ facts }) => facts?.['message'])).toEqual(['x'.repeat(300)]);
  });
});

describe('a connection of kafkajs', () => {
  it('does not wake up while nothing waits to be sent', () => {
    clientAndLines();
    const queue = Object.assign(Object.create(RequestQueue.prototype) as RequestQueue, {
      pending: [] as unknown[],
      throttledUntil: -1,
      throttleCheckTimeoutId: null as NodeJS.Timeout | null,
    });
    queue.scheduleCheckPendingRequests();
    expect(queue.throttleCheckTimeoutId).toBeNull();

    queue.pending.push('a request');
    queue.scheduleCheckPendingRequests();
    expect(queue.throttleCheckTimeoutId).not.toBeNull();
    clearTimeout(queue.throttleCheckTimeoutId ?? undefined);
  });
});

import type { Log } from '@intekenboek/messaging-application';
import { logLines, systemTimer } from '@intekenboek/messaging-testing';

import { KafkaMessageBus } from './kafka.message-bus';
import type { KafkaTimings } from './kafka-options';

/** A bus that finds out about trouble in seconds instead of minutes. */
export function impatientBus(
  brokers: string,
  timings: Partial<KafkaTimings> = {},
  log: Log = logLines().log,
): KafkaMessageBus {
  return new KafkaMessageBus({
    brokers: brokers.split(','),
    clientId: 'test',
    timer: systemTimer,
    log,
    timings: {
      connectMs: 1_000,
      requestMs: 2_000,
      sessionMs: 3_000,
      heartbeatMs: 300,
      rebalanceMs: 10_000,
      ...timings,
    },
  });
}

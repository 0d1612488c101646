import type { Log } from '@intekenboek/messaging-application';
import { Kafka, type LogEntry, logLevel } from 'kafkajs';

import { correctKafkajs } from './correct-kafkajs';
import { type KafkaOptions, timingsOf } from './kafka-options';

export function kafkaClient(options: KafkaOptions): Kafka {
  correctKafkajs();
  const { brokers, clientId, ssl, sasl, log } = options;
  const { connectMs, requestMs } = timingsOf(options);
  return new Kafka({
    brokers: [...brokers],
    clientId,
    ...(ssl !== undefined && { ssl }),
    ...(sasl && { sasl: { mechanism: 'scram-sha-512', ...sasl } }),
    connectionTimeout: connectMs,
    requestTimeout: requestMs,
    enforceRequestTimeout: true,
    // Each of the brokers is tried; longer patience is our own, above this.
    retry: { retries: Math.max(2, brokers.length), initialRetryTime: 100, maxRetryTime: 1_000 },
    logLevel: logLevel.WARN,
    logCreator: () => (entry) => tell(log, entry),
  });
}

const FACTS = ['part', 'message', 'error', 'broker', 'groupId'];
const FACT_LENGTH_MAX = 300;

/** Of what kafkajs says only texts of its own are passed on, never values that went with them. */
function tell(log: Log, entry: LogEntry): void {
  const said: Readonly<Record<string, unknown>> = { ...entry.log, part: entry.namespace };
  const facts: Record<string, string> = {};
  for (const name of FACTS) {
    const value = said[name];
    if (typeof value === 'string') facts[name] = value.slice(0, FACT_LENGTH_MAX);
  }
  // What is an error to kafkajs, such as a group that shares its partitions anew, is mostly dealt with a moment later.
  log({ level: 'warn', message: 'The Kafka client tells of trouble.', facts });
}

import type { Log, Timer } from '@intekenboek/messaging-application';
import type { ConnectionOptions } from 'node:tls';

export interface KafkaOptions {
  /** `host:port` of some of the brokers; they tell the others. */
  readonly brokers: readonly string[];
  /** Who this is, for the people of the cluster: `intekenboek-relay`. */
  readonly clientId: string;
  /** `true` when the authorities of the system will do. */
  readonly ssl?: boolean | ConnectionOptions;
  /** SASL with SCRAM-SHA-512. */
  readonly sasl?: { readonly username: string; readonly password: string };
  readonly timer: Timer;
  readonly log: Log;
  readonly timings?: Partial<KafkaTimings>;
}

/** All in milliseconds. */
export interface KafkaTimings {
  readonly connectMs: number;
  /** How long an answer to one request may take. */
  readonly requestMs: number;
  /** A consumer that was not heard of for so long is dead to its group; it sends a sign every `heartbeatMs`. */
  readonly sessionMs: number;
  readonly heartbeatMs: number;
  /** How long a group waits for a member that handles a message before it shares the partitions without it. */
  readonly rebalanceMs: number;
  /** How long a broker waits for news before it answers that there is none; so long may stopping take as well. */
  readonly newsMs: number;
}

const TIMINGS: KafkaTimings = {
  connectMs: 3_000,
  requestMs: 10_000,
  sessionMs: 30_000,
  heartbeatMs: 3_000,
  rebalanceMs: 60_000,
  newsMs: 500,
};

export const timingsOf = ({ timings }: KafkaOptions): KafkaTimings => ({ ...TIMINGS, ...timings });

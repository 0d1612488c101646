import { join } from 'node:path';

/** A Kafka broker of a test's own, on a free port, which may be killed. See infra/kafka. */
export interface OwnBroker {
  readonly brokers: string;
  /** Ends it as a crash would. */
  kill(): Promise<void>;
  /** Starts it again with what it had kept, at the same address. */
  restart(): Promise<void>;
  /** It hears nothing any more, with its connections open, until `resume`. */
  pause(): void;
  resume(): void;
  stop(): Promise<void>;
}

export async function ownBroker(): Promise<OwnBroker> {
  const script = join(__dirname, '../../../../infra/kafka/broker.mjs');
  const { startBroker } = (await import(script)) as { readonly startBroker: () => Promise<OwnBroker> };
  return startBroker();
}

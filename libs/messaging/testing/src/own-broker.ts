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

/** Three brokers of a test's own that keep copies for one another; each may be killed. */
export interface OwnCluster extends Pick<OwnBroker, 'brokers' | 'stop'> {
  readonly members: readonly [OwnBroker, OwnBroker, OwnBroker];
}

const INFRA = join(__dirname, '../../../../infra/kafka');

export async function ownBroker(): Promise<OwnBroker> {
  const { startBroker } = (await import(join(INFRA, 'broker.mjs'))) as {
    readonly startBroker: () => Promise<OwnBroker>;
  };
  return startBroker();
}

export async function ownCluster(): Promise<OwnCluster> {
  const { startCluster } = (await import(join(INFRA, 'cluster.mjs'))) as {
    readonly startCluster: () => Promise<OwnCluster>;
  };
  return startCluster();
}

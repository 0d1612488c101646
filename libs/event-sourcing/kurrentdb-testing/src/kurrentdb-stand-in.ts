import {
  ClusterInfo,
  EndPoint,
  MemberInfo,
} from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/gossip_pb';
import { UUID } from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/shared_pb';

import { StandInFaults } from './stand-in-faults';
import { StandInLog } from './stand-in-log';
import type { CallsSeen, OpenSubscription } from './stand-in-node';
import { type NodeSurroundings, StandInServer } from './stand-in-server';

export interface StandInOptions {
  /** Keeps the log in this folder over a restart; without it the log is in memory. */
  readonly folder?: string;
  /** Of the first node; any free port when absent. */
  readonly port?: number;
  /** How many nodes share the log; 1 when absent. The first is the leader. */
  readonly nodes?: number;
  /** The largest append as a whole, in bytes; 1 MiB when absent, as on servers up to 25.0. */
  readonly maxAppendBytes?: number;
  /** `false` for a server on which clients append one call at a time. */
  readonly offersBatchAppend?: boolean;
  /** The clock of the server, in milliseconds since 1970. */
  readonly nowMs?: () => number;
}

const MEBIBYTE = 1_048_576;

/**
 * Stands in for KurrentDB in tests: it speaks the protocol of its client, and does to that what networks and nodes
 * do. It is not KurrentDB and keeps nothing safe: no quorum, no flush to the disk, no rights, no encryption.
 */
export async function startKurrentDbStandIn(options: StandInOptions = {}): Promise<KurrentDbStandIn> {
  const standIn = new KurrentDbStandIn(options);
  await standIn.start();
  return standIn;
}

export class KurrentDbStandIn {
  readonly log: StandInLog;
  readonly faults = new StandInFaults();
  readonly seen: CallsSeen = { append: 0, batchAppend: 0, passedOn: 0, read: 0, subscribe: 0 };
  readonly nodes: readonly StandInServer[];
  private leader: StandInServer | undefined;

  constructor({ folder, port = 0, nodes = 1, nowMs = Date.now, ...limits }: StandInOptions) {
    this.log = StandInLog.open(folder, nowMs);
    const surroundings: NodeSurroundings = {
      log: this.log,
      faults: this.faults,
      seen: this.seen,
      maxAppendBytes: limits.maxAppendBytes ?? MEBIBYTE,
      offersBatchAppend: limits.offersBatchAppend ?? true,
      nowMs,
      leader: () => this.leader,
      gossip: () => this.clusterInfo(),
    };
    this.nodes = Array.from({ length: nodes }, (_, n) => new StandInServer(surroundings, n === 0 ? port : 0));
    this.leader = this.nodes[0];
  }

  /** What a client connects to; of several nodes it asks any for the others. */
  get url(): string {
    return `kurrentdb://${this.nodes.map(({ port }) => `127.0.0.1:${port}`).join(',')}?tls=false`;
  }

  node(n: number): StandInServer {
    const node = this.nodes[n];
    if (node === undefined) throw new RangeError(`The stand-in has no node ${n}.`);
    return node;
  }

  async start(): Promise<void> {
    for (const node of this.nodes) await node.start();
  }

  /** Breaks off whatever is under way. `start` goes on, on the same ports and with the same log. */
  async stop(): Promise<void> {
    for (const node of this.nodes) await node.stop();
  }

  /** For good: the file of the log is closed as well. */
  async close(): Promise<void> {
    await this.stop();
    this.log.close();
  }

  /** Lets node `n` lead from now on; `undefined` while the nodes elect one. */
  lead(n: number | undefined): void {
    this.leader = n === undefined ? undefined : this.node(n);
  }

  /** Ends every subscription under way. */
  dropSubscriptions(how: 'UNAVAILABLE' | 'END' = 'UNAVAILABLE'): void {
    for (const subscription of this.subscriptions()) subscription.drop(how);
  }

  /** Delivers the last `count` events once more to every subscription under way. */
  repeatInSubscriptions(count: number): void {
    for (const subscription of this.subscriptions()) subscription.repeat(count);
  }

  subscriptions(): readonly OpenSubscription[] {
    return this.nodes.flatMap((node) => [...node.subscriptions]);
  }

  private clusterInfo(): ClusterInfo {
    const { LEADER, FOLLOWER } = MemberInfo.VNodeState;
    const members = this.nodes.map((node, n) =>
      new MemberInfo()
        .setInstanceId(new UUID().setString(`00000000-0000-4000-8000-00000000000${n}`))
        .setState(node === this.leader ? LEADER : FOLLOWER)
        .setIsAlive(node.isRunning)
        .setHttpEndPoint(new EndPoint().setAddress('127.0.0.1').setPort(node.port)),
    );
    return new ClusterInfo().setMembersList(members);
  }
}

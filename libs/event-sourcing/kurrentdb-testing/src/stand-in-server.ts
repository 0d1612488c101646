import { type handleUnaryCall, Server, ServerCredentials, status } from '@grpc/grpc-js';
import { GossipService } from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/gossip_grpc_pb';
import type { ClusterInfo } from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/gossip_pb';
import { ServerFeaturesService } from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/serverfeatures_grpc_pb';
import {
  SupportedMethod,
  SupportedMethods,
} from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/serverfeatures_pb';
import type { Empty } from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/shared_pb';
import { StreamsService } from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_grpc_pb';

import { appendHandler } from './append.handler';
import { batchAppendHandler } from './batch-append.handler';
import { readHandler } from './read.handler';
import type { StandInFaults } from './stand-in-faults';
import type { StandInLog } from './stand-in-log';
import type { CallsSeen, OpenSubscription, StandInNode } from './stand-in-node';
import { rpcError } from './wire';

/** What a node is told by the stand-in that it is part of. */
export interface NodeSurroundings {
  readonly log: StandInLog;
  readonly faults: StandInFaults;
  readonly seen: CallsSeen;
  readonly maxAppendBytes: number;
  readonly offersBatchAppend: boolean;
  nowMs(): number;
  leader(): StandInServer | undefined;
  gossip(): ClusterInfo;
}

const RECEIVED_BYTES_MAX = 17 * 1_048_576;
const VERSION = '24.10.0-stand-in';

/** One node: a gRPC server on a port that it keeps over a restart. */
export class StandInServer implements StandInNode {
  readonly subscriptions = new Set<OpenSubscription>();
  private readonly readers = new Set<() => void>();
  private server: Server | undefined;
  private listening: Promise<void> = Promise.resolve();
  private frozenAt: number | undefined;

  constructor(
    private readonly surroundings: NodeSurroundings,
    /** 0 until the node has started for the first time and was given one. */
    public port: number,
  ) {
    surroundings.log.onAppended(() => this.tellReaders());
  }

  get log(): StandInLog {
    return this.surroundings.log;
  }
  get faults(): StandInFaults {
    return this.surroundings.faults;
  }
  get seen(): CallsSeen {
    return this.surroundings.seen;
  }
  get maxAppendBytes(): number {
    return this.surroundings.maxAppendBytes;
  }
  get isRunning(): boolean {
    return this.server !== undefined;
  }

  nowMs(): number {
    return this.surroundings.nowMs();
  }

  isLeader(): boolean {
    return this.surroundings.leader() === this;
  }

  leader(): StandInServer | undefined {
    return this.surroundings.leader();
  }

  visible(): number {
    return this.frozenAt ?? this.log.length;
  }

  onNews(listener: () => void): () => void {
    this.readers.add(listener);
    return () => this.readers.delete(listener);
  }

  /** From now on readers of this node see nothing new, as those of a follower that is behind. */
  fallBehind(): void {
    this.frozenAt = this.log.length;
  }

  catchUp(): void {
    this.frozenAt = undefined;
    this.tellReaders();
  }

  async start(): Promise<void> {
    await this.listening;
    if (this.server !== undefined) return;
    this.listening = this.listen();
    await this.listening;
  }

  /** At once, whatever is under way: as a process that is killed. */
  async stop(): Promise<void> {
    await this.listening;
    this.breakConnections();
  }

  cut(): void {
    if (this.server === undefined) return;
    this.breakConnections();
    this.listening = this.listen();
  }

  private breakConnections(): void {
    this.server?.forceShutdown();
    this.server = undefined;
    this.subscriptions.clear();
  }

  private async listen(): Promise<void> {
    const server = new Server({
      'grpc.max_receive_message_length': RECEIVED_BYTES_MAX,
      'grpc.max_send_message_length': RECEIVED_BYTES_MAX,
    });
    server.addService(StreamsService, {
      read: readHandler(this),
      append: appendHandler(this),
      batchAppend: batchAppendHandler(this),
      delete: notOffered,
      tombstone: notOffered,
    });
    server.addService(ServerFeaturesService, { getSupportedMethods: this.supportedMethods() });
    server.addService(GossipService, { read: this.gossip() });
    this.server = server;
    this.port = await new Promise<number>((resolve, reject) => {
      server.bindAsync(`127.0.0.1:${this.port}`, ServerCredentials.createInsecure(), (error, port) =>
        error === null ? resolve(port) : reject(error),
      );
    });
  }

  private supportedMethods(): handleUnaryCall<Empty, SupportedMethods> {
    const names = ['append', 'read', ...(this.surroundings.offersBatchAppend ? ['batchappend'] : [])];
    return (_, callback) => {
      const methods = names.map((name) =>
        new SupportedMethod().setServiceName('event_store.client.streams.streams').setMethodName(name),
      );
      callback(null, new SupportedMethods().setEventStoreServerVersion(VERSION).setMethodsList(methods));
    };
  }

  private gossip(): handleUnaryCall<Empty, ClusterInfo> {
    return (_, callback) => callback(null, this.surroundings.gossip());
  }

  private tellReaders(): void {
    for (const reader of [...this.readers]) reader();
  }
}

const notOffered: handleUnaryCall<unknown, never> = (_, callback) =>
  callback(rpcError(status.UNIMPLEMENTED, 'The stand-in does not delete.'));

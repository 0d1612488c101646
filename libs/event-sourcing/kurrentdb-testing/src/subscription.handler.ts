import type { ServerWritableStream } from '@grpc/grpc-js';
import {
  type ReadReq,
  ReadResp,
} from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';

import { filterOf } from './event-filter';
import type { StoredEvent } from './stored-event';
import { asksForLeader, type OpenSubscription, type StandInNode } from './stand-in-node';
import { startInAll } from './start-in-all';
import { accessDenied, eventResponse, notLeader, unavailable } from './wire';

type ReadCall = ServerWritableStream<ReadReq, ReadResp>;

const REMEMBERED = 100;

/** A catch-up subscription to all: what is there after its position, a checkpoint now and then, and what comes. */
export async function subscribe(node: StandInNode, call: ReadCall, options: ReadReq.Options): Promise<void> {
  node.seen.subscribe += 1;
  const fault = node.faults.takeForSubscribing();
  if (fault === 'SILENT') return;
  if (fault === 'UNAVAILABLE') throw unavailable();
  if (fault === 'ACCESS_DENIED') throw accessDenied();
  if (asksForLeader(call.metadata) && !node.isLeader()) throw notLeader(node.leader());
  const subscription = new Subscription(node, call, options);
  node.subscriptions.add(subscription);
  try {
    await subscription.serve();
  } finally {
    node.subscriptions.delete(subscription);
  }
}

class Subscription implements OpenSubscription {
  readonly startedAt: number;
  sentEvents = 0;
  private readonly filter;
  private readonly sent: StoredEvent[] = [];
  private next: number;
  private considered = 0;
  private wake: () => void = () => undefined;
  private readonly over = new AbortController();

  constructor(
    private readonly node: StandInNode,
    private readonly call: ReadCall,
    private readonly options: ReadReq.Options,
  ) {
    this.filter = filterOf(options.getFilter());
    const isAfterEvent = options.getAll()?.hasPosition() === true;
    this.startedAt = startInAll(node, options) + (isAfterEvent ? 1 : 0);
    this.next = this.startedAt;
  }

  async serve(): Promise<void> {
    const stop = this.node.onNews(() => this.wake());
    for (const ending of ['close', 'cancelled', 'error']) this.call.on(ending, () => this.end());
    const confirmation = new ReadResp.SubscriptionConfirmation().setSubscriptionId(randomUUID());
    await this.write(new ReadResp().setConfirmation(confirmation));
    await this.sendWhatIsThere();
    if (this.filter.checkpointEvery !== undefined) await this.sendCheckpoint();
    await this.write(new ReadResp().setCaughtUp(new ReadResp.CaughtUp()));
    while (!this.isOver) {
      await this.news();
      await this.sendWhatIsThere();
    }
    stop();
  }

  drop(how: 'UNAVAILABLE' | 'END'): void {
    if (how === 'END') this.call.end();
    else this.call.emit('error', unavailable());
    this.end();
  }

  repeat(count: number): void {
    for (const event of this.sent.slice(-count)) void this.send(event);
  }

  private async sendWhatIsThere(): Promise<void> {
    while (!this.isOver && this.next < this.node.visible()) {
      const event = this.node.log.at(this.next);
      this.next += 1;
      this.considered += 1;
      if (this.filter.takes(event)) {
        this.sent.push(event);
        if (this.sent.length > REMEMBERED) this.sent.shift();
        await this.send(event);
      }
      const { checkpointEvery } = this.filter;
      if (checkpointEvery !== undefined && this.considered % checkpointEvery === 0)
        await this.sendCheckpoint();
    }
  }

  private send(event: StoredEvent): Promise<void> {
    this.sentEvents += 1;
    return this.write(eventResponse(event, this.options.getUuidOption()));
  }

  private async sendCheckpoint(): Promise<void> {
    if (this.next === 0) return;
    const position = String(this.node.log.at(this.next - 1).position);
    const checkpoint = new ReadResp.Checkpoint().setCommitPosition(position).setPreparePosition(position);
    await this.write(new ReadResp().setCheckpoint(checkpoint));
  }

  private async write(response: ReadResp): Promise<void> {
    if (this.isOver || this.call.write(response)) return;
    await once(this.call, 'drain', { signal: this.over.signal }).catch(() => undefined);
  }

  private news(): Promise<void> {
    if (this.isOver || this.next < this.node.visible()) return Promise.resolve();
    return new Promise((resolve) => {
      this.wake = resolve;
    });
  }

  private get isOver(): boolean {
    return this.over.signal.aborted;
  }

  private end(): void {
    this.over.abort();
    this.wake();
  }
}

import type { Metadata } from '@grpc/grpc-js';

import type { StandInFaults } from './stand-in-faults';
import type { StandInLog } from './stand-in-log';

/** What the calls of one node have in common. */
export interface StandInNode {
  readonly log: StandInLog;
  readonly faults: StandInFaults;
  /** The largest append as a whole, in bytes. */
  readonly maxAppendBytes: number;
  readonly seen: CallsSeen;
  readonly subscriptions: Set<OpenSubscription>;
  nowMs(): number;
  isLeader(): boolean;
  /** Where the leader listens; undefined while there is none. */
  leader(): { readonly port: number } | undefined;
  /** How many events of the log a reader of this node sees: a follower may be behind. */
  visible(): number;
  /** Runs `listener` when there may be more to see. */
  onNews(listener: () => void): () => void;
  /** Breaks every connection to this node, and listens again. */
  cut(): void;
}

/** What a test can do to a subscription that is under way. */
export interface OpenSubscription {
  /** How many events of the log it passed over because the client has them. */
  readonly startedAt: number;
  /** How many events it has sent: more than the client has read by no more than what buffers hold. */
  readonly sentEvents: number;
  /** Ends it: with an error, as a node does that goes down, or without one. */
  drop(how: 'UNAVAILABLE' | 'END'): void;
  /** Sends the last `count` events that it sent once more. */
  repeat(count: number): void;
}

/** How often what was called, so that a test can tell by which way a client came. */
export interface CallsSeen {
  append: number;
  batchAppend: number;
  /** Appends that came to a follower, which passed them on to the leader. */
  passedOn: number;
  read: number;
  subscribe: number;
}

export const asksForLeader = (metadata: Metadata): boolean => metadata.get('requires-leader')[0] === 'true';

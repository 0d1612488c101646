import { type handleServerStreamingCall, type ServerWritableStream, status } from '@grpc/grpc-js';
import { ReadReq, ReadResp } from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb';
import { once } from 'node:events';

import { type EventFilter, filterOf } from './event-filter';
import { LATE_MS, type ReadFault } from './stand-in-faults';
import type { StoredEvent } from './stored-event';
import { asksForLeader, type StandInNode } from './stand-in-node';
import { startInAll } from './start-in-all';
import { subscribe } from './subscription.handler';
import {
  accessDenied,
  eventResponse,
  identifierOf,
  notLeader,
  rpcError,
  streamDeleted,
  streamNameOf,
  unavailable,
} from './wire';

type ReadCall = ServerWritableStream<ReadReq, ReadResp>;

/** `Streams/Read`: a stream or all, forwards or backwards, filtered, counted; or for ever, as a subscription. */
export function readHandler(node: StandInNode): handleServerStreamingCall<ReadReq, ReadResp> {
  return (call) => {
    call.on('error', () => undefined);
    const options = call.request.getOptions();
    if (options === undefined)
      return void call.emit('error', rpcError(status.INVALID_ARGUMENT, 'No options'));
    const isServed = options.hasSubscription() ? subscribe(node, call, options) : read(node, call, options);
    isServed.catch((error: unknown) => call.emit('error', error));
  };
}

async function read(node: StandInNode, call: ReadCall, options: ReadReq.Options): Promise<void> {
  node.seen.read += 1;
  const fault = node.faults.takeForRead(streamNameOf(options.getStream()?.getStreamIdentifier()));
  if (fault === 'SILENT') return;
  await endureOrThrow(fault);
  if (asksForLeader(call.metadata) && !node.isLeader()) throw notLeader(node.leader());
  const events = options.hasAll() ? eventsOfAll(node, options) : eventsOfStream(node, options);
  if (events === undefined) {
    call.write(streamNotFound(options));
  } else {
    const isCut = fault === 'CUT';
    await send(call, options, isCut ? events.slice(0, events.length / 2) : events);
    if (isCut) return node.cut();
    sendLastRevision(node, call, options);
  }
  call.end();
}

async function endureOrThrow(fault: ReadFault | undefined): Promise<void> {
  if (fault === 'LATE') await new Promise((resolve) => setTimeout(resolve, LATE_MS));
  if (fault === 'UNAVAILABLE') throw unavailable();
  if (fault === 'ACCESS_DENIED') throw accessDenied();
}

async function send(call: ReadCall, options: ReadReq.Options, events: readonly StoredEvent[]): Promise<void> {
  for (const event of events) {
    if (call.cancelled) return;
    if (!call.write(eventResponse(event, options.getUuidOption()))) await once(call, 'drain');
  }
}

/** What a client may ask for by its compatibility: the revision of the whole stream, whatever was read of it. */
function sendLastRevision(node: StandInNode, call: ReadCall, options: ReadReq.Options): void {
  const last = visibleOf(node, streamNameOf(options.getStream()?.getStreamIdentifier())).at(-1);
  const isAsked = !options.hasAll() && (options.getControlOption()?.getCompatibility() ?? 0) >= 1;
  if (isAsked && last !== undefined) call.write(new ReadResp().setLastStreamPosition(String(last.revision)));
}

const isBackwards = (options: ReadReq.Options): boolean =>
  options.getReadDirection() === ReadReq.Options.ReadDirection.BACKWARDS;

function eventsOfStream(node: StandInNode, options: ReadReq.Options): readonly StoredEvent[] | undefined {
  const from = options.getStream();
  const stream = streamNameOf(from?.getStreamIdentifier());
  if (node.log.isDeleted(stream)) throw streamDeleted(stream);
  const events = visibleOf(node, stream);
  if (events.length === 0) return undefined;
  const first = firstKept(stream, events);
  const place = { START: 0, END: events.length, REVISION: Number(from?.getRevision()) }[placeIn(from)];
  const count = Number(options.getCount());
  if (!isBackwards(options)) return events.slice(Math.max(place, first)).slice(0, count);
  return events
    .slice(first, place + 1)
    .reverse()
    .slice(0, count);
}

/** Of metadata only the latest version can be read. */
const firstKept = (stream: string, events: readonly StoredEvent[]): number =>
  stream.startsWith('$$') ? events.length - 1 : 0;

function visibleOf(node: StandInNode, stream: string): readonly StoredEvent[] {
  const last = node.log.at(node.visible() - 1).position;
  return node.log.ofStream(stream).filter(({ position }) => position <= last);
}

function placeIn(from: ReadReq.Options.StreamOptions | undefined): 'START' | 'END' | 'REVISION' {
  if (from?.hasRevision()) return 'REVISION';
  return from?.hasEnd() ? 'END' : 'START';
}

/** Forwards from a position gives the event there as well; backwards gives what lies before it. */
function eventsOfAll(node: StandInNode, options: ReadReq.Options): readonly StoredEvent[] {
  const filter = filterOf(options.getFilter());
  const start = startInAll(node, options);
  return isBackwards(options)
    ? matching(node, filter, { from: start - 1, step: -1, count: Number(options.getCount()) })
    : matching(node, filter, { from: start, step: 1, count: Number(options.getCount()) });
}

function matching(
  node: StandInNode,
  filter: EventFilter,
  { from, step, count }: { readonly from: number; readonly step: 1 | -1; readonly count: number },
): readonly StoredEvent[] {
  const events: StoredEvent[] = [];
  for (let index = from; index >= 0 && index < node.visible() && events.length < count; index += step) {
    const event = node.log.at(index);
    if (filter.takes(event)) events.push(event);
  }
  return events;
}

const streamNotFound = (options: ReadReq.Options): ReadResp => {
  const stream = streamNameOf(options.getStream()?.getStreamIdentifier());
  return new ReadResp().setStreamNotFound(
    new ReadResp.StreamNotFound().setStreamIdentifier(identifierOf(stream)),
  );
};

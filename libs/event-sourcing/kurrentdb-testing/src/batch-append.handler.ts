import { type handleBidiStreamingCall, type ServerDuplexStream } from '@grpc/grpc-js';
import { Code } from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/code_pb';
import * as shared from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/shared_pb';
import { Status } from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/status_pb';
import {
  type BatchAppendReq,
  BatchAppendResp,
} from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb';
import { Any } from 'google-protobuf/google/protobuf/any_pb';
import { Empty } from 'google-protobuf/google/protobuf/empty_pb';

import { type AppendAnswer, answerTo, type Done, type Refused, type WrongRevision } from './append-answer';
import { type ExpectedRevision, NO_REVISION } from './stand-in-log';
import type { ProposedEvent } from './stored-event';
import { asksForLeader, type StandInNode } from './stand-in-node';
import { identifierOf, notLeader, proposedEventOf, streamNameOf, uuidText } from './wire';

interface Pending {
  readonly options: BatchAppendReq.Options;
  readonly events: ProposedEvent[];
}

type Call = ServerDuplexStream<BatchAppendReq, BatchAppendResp>;

/** `Streams/BatchAppend`: many appends over one stream, each in one or more parts, each answered by itself. */
export function batchAppendHandler(
  node: StandInNode,
): handleBidiStreamingCall<BatchAppendReq, BatchAppendResp> {
  return (call: Call) => {
    const pending = new Map<string, Pending>();
    call.on('data', (request: BatchAppendReq) => {
      const correlation = uuidText(request.getCorrelationId());
      const options = request.getOptions();
      const parts = pending.get(correlation) ?? (options && { options, events: [] });
      if (parts === undefined) return;
      parts.events.push(...request.getProposedMessagesList().map(proposedEventOf));
      if (!request.getIsFinal()) return void pending.set(correlation, parts);
      pending.delete(correlation);
      node.seen.batchAppend += 1;
      void serve(node, call, correlation, parts);
    });
    call.on('error', () => undefined);
    call.on('end', () => call.end());
  };
}

async function serve(node: StandInNode, call: Call, correlation: string, parts: Pending): Promise<void> {
  const stream = streamNameOf(parts.options.getStreamIdentifier());
  const append = { stream, expected: expectedOf(parts.options), events: parts.events };
  const answer: AppendAnswer = isTooLate(node, parts.options)
    ? { kind: 'TIMEOUT' }
    : await answerTo(node, append, asksForLeader(call.metadata));
  if (answer.kind === 'SILENCE') return;
  // On the real server, too, this ends the stream with everything that is under way on it.
  if (answer.kind === 'NOT_LEADER') return void call.emit('error', notLeader(node.leader()));
  const response = new BatchAppendResp()
    .setCorrelationId(new shared.UUID().setString(correlation))
    .setStreamIdentifier(identifierOf(stream));
  if (answer.kind === 'DONE') response.setSuccess(successOf(answer));
  else response.setError(statusOf(node, stream, answer));
  call.write(response);
}

/** The client names the moment by its own clock; the server compares it with its own. */
function isTooLate(node: StandInNode, options: BatchAppendReq.Options): boolean {
  const deadline = options.getDeadline21100();
  return deadline !== undefined && deadline.toDate().getTime() <= node.nowMs();
}

function expectedOf(options: BatchAppendReq.Options): ExpectedRevision {
  if (options.hasStreamPosition()) return Number(options.getStreamPosition());
  if (options.hasNoStream()) return 'NO_STREAM';
  return options.hasStreamExists() ? 'STREAM_EXISTS' : 'ANY';
}

function successOf({ revision, position }: Done): BatchAppendResp.Success {
  const place = new shared.AllStreamPosition()
    .setCommitPosition(String(position))
    .setPreparePosition(String(position));
  return new BatchAppendResp.Success().setCurrentRevision(String(revision)).setPosition(place);
}

function statusOf(node: StandInNode, stream: string, answer: Refused | WrongRevision): Status {
  switch (answer.kind) {
    case 'WRONG_EXPECTED_REVISION':
      return status(wrongVersion(answer.current, answer.expected), 'WrongExpectedVersion');
    case 'STREAM_DELETED':
      return status(new shared.StreamDeleted().setStreamIdentifier(identifierOf(stream)), 'StreamDeleted');
    case 'TOO_LARGE': {
      const details = new shared.MaximumAppendSizeExceeded().setMaxappendsize(node.maxAppendBytes);
      return status(details, 'MaximumAppendSizeExceeded');
    }
    case 'ACCESS_DENIED':
      return status(new shared.AccessDenied(), 'AccessDenied');
    case 'TIMEOUT':
      return status(new shared.Timeout(), 'Timeout');
    case 'UNAVAILABLE':
      return status(new Empty(), 'Server Is Not Ready', 'google.protobuf.Empty');
  }
}

function status(
  details: { serializeBinary(): Uint8Array },
  message: string,
  type = `event_store.client.${message}`,
): Status {
  const any = new Any();
  any.pack(details.serializeBinary(), type);
  return new Status().setCode(Code.UNKNOWN).setMessage(message).setDetails(any);
}

function wrongVersion(current: number, expected: ExpectedRevision): shared.WrongExpectedVersion {
  const wrong = new shared.WrongExpectedVersion();
  if (current === NO_REVISION) wrong.setCurrentNoStream(new Empty());
  else wrong.setCurrentStreamRevision(String(current));
  if (typeof expected === 'number') return wrong.setExpectedStreamPosition(String(expected));
  if (expected === 'NO_STREAM') return wrong.setExpectedNoStream(new Empty());
  if (expected === 'STREAM_EXISTS') return wrong.setExpectedStreamExists(new Empty());
  return wrong.setExpectedAny(new Empty());
}

import type {
  handleClientStreamingCall,
  sendUnaryData,
  ServerReadableStream,
  ServiceError,
} from '@grpc/grpc-js';
import { Empty } from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/shared_pb';
import {
  type AppendReq,
  AppendResp,
} from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb';

import { type AppendAnswer, answerTo, type Refused } from './append-answer';
import { type Append, type ExpectedRevision, NO_REVISION } from './stand-in-log';
import type { ProposedEvent } from './stored-event';
import { asksForLeader, type StandInNode } from './stand-in-node';
import {
  accessDenied,
  appendTooLarge,
  notLeader,
  proposedEventOf,
  streamDeleted,
  streamNameOf,
  timedOut,
  unavailable,
} from './wire';

const TURNS = 4;

type Call = ServerReadableStream<AppendReq, AppendResp>;

/** `Streams/Append`: the options, an event each message, and one answer when the client has sent all. */
export function appendHandler(node: StandInNode): handleClientStreamingCall<AppendReq, AppendResp> {
  return (call, callback) => {
    node.seen.append += 1;
    let options: AppendReq.Options | undefined;
    const events: ProposedEvent[] = [];
    call.on('data', (request: AppendReq) => {
      options ??= request.getOptions();
      const message = request.getProposedMessage();
      if (message !== undefined) events.push(proposedEventOf(message));
    });
    // A connection that breaks under a call is what the tests are about; there is nobody left to tell.
    call.on('error', () => undefined);
    call.on('end', () => {
      const stream = streamNameOf(options?.getStreamIdentifier());
      const append = { stream, expected: expectedOf(options), events };
      void serve(node, call, append).then((answer) => reply(node, { stream, answer }, callback));
    });
  };
}

async function serve(node: StandInNode, call: Call, append: Append): Promise<AppendAnswer> {
  // What a client gave up halfway ends like what it sent whole; two turns later it is known to be cancelled.
  for (let turn = 0; turn < TURNS && !call.cancelled; turn += 1) {
    await new Promise((resolve) => setImmediate(resolve));
  }
  if (call.cancelled) return { kind: 'SILENCE' };
  return answerTo(node, append, asksForLeader(call.metadata));
}

function expectedOf(options: AppendReq.Options | undefined): ExpectedRevision {
  if (options?.hasRevision()) return Number(options.getRevision());
  if (options?.hasNoStream()) return 'NO_STREAM';
  return options?.hasStreamExists() ? 'STREAM_EXISTS' : 'ANY';
}

function reply(
  node: StandInNode,
  { stream, answer }: { readonly stream: string; readonly answer: AppendAnswer },
  callback: sendUnaryData<AppendResp>,
): void {
  if (answer.kind === 'SILENCE') return;
  if (answer.kind === 'DONE') {
    const position = String(answer.position);
    const success = new AppendResp.Success()
      .setCurrentRevision(String(answer.revision))
      .setPosition(new AppendResp.Position().setCommitPosition(position).setPreparePosition(position));
    callback(null, new AppendResp().setSuccess(success));
  } else if (answer.kind === 'WRONG_EXPECTED_REVISION') {
    callback(null, new AppendResp().setWrongExpectedVersion(wrongVersion(answer.current, answer.expected)));
  } else if (answer.kind === 'NOT_LEADER') {
    callback(notLeader(node.leader()));
  } else {
    callback(errorOf(node, stream, answer));
  }
}

function wrongVersion(current: number, expected: ExpectedRevision): AppendResp.WrongExpectedVersion {
  const wrong = new AppendResp.WrongExpectedVersion();
  if (current === NO_REVISION) wrong.setCurrentNoStream(new Empty());
  else wrong.setCurrentRevision(String(current));
  if (typeof expected === 'number') return wrong.setExpectedRevision(String(expected));
  if (expected === 'NO_STREAM') return wrong.setExpectedNoStream(new Empty());
  if (expected === 'STREAM_EXISTS') return wrong.setExpectedStreamExists(new Empty());
  return wrong.setExpectedAny(new Empty());
}

function errorOf(node: StandInNode, stream: string, answer: Refused): ServiceError {
  switch (answer.kind) {
    case 'STREAM_DELETED':
      return streamDeleted(stream);
    case 'TOO_LARGE':
      return appendTooLarge(node.maxAppendBytes);
    case 'ACCESS_DENIED':
      return accessDenied();
    case 'TIMEOUT':
      return timedOut();
    case 'UNAVAILABLE':
      return unavailable();
  }
}

import { type AppendFault, LATE_MS } from './stand-in-faults';
import { type Append, type AppendOutcome, type ExpectedRevision, sizeOf } from './stand-in-log';
import type { StandInNode } from './stand-in-node';

/** What a node answers to an append, whichever call brought it. */
export type AppendAnswer = Done | WrongRevision | Refused | NotLeader | Silence;

export type Done = Extract<AppendOutcome, { kind: 'DONE' }>;
export interface WrongRevision {
  readonly kind: 'WRONG_EXPECTED_REVISION';
  readonly current: number;
  readonly expected: ExpectedRevision;
}
export interface Refused {
  readonly kind: 'STREAM_DELETED' | 'TOO_LARGE' | 'ACCESS_DENIED' | 'TIMEOUT' | 'UNAVAILABLE';
}
interface NotLeader {
  readonly kind: 'NOT_LEADER';
}
/** Nothing, ever. */
interface Silence {
  readonly kind: 'SILENCE';
}

export async function answerTo(
  node: StandInNode,
  append: Append,
  requiresLeader: boolean,
): Promise<AppendAnswer> {
  const fault = node.faults.takeForAppend(append.stream);
  if (fault === 'LATE') await new Promise((resolve) => setTimeout(resolve, LATE_MS));
  if (requiresLeader && !node.isLeader()) return { kind: 'NOT_LEADER' };
  if (node.leader() === undefined) return { kind: 'UNAVAILABLE' };
  if (!node.isLeader()) node.seen.passedOn += 1;
  if (fault?.endsWith('_STORED')) node.log.append(append);
  return answerOfFault(node, fault) ?? served(node, append);
}

function served(node: StandInNode, append: Append): AppendAnswer {
  const bytes = append.events.reduce((sum, event) => sum + sizeOf(event), 0);
  if (bytes > node.maxAppendBytes) return { kind: 'TOO_LARGE' };
  const outcome = node.log.append(append);
  if (outcome.kind !== 'WRONG_EXPECTED_REVISION') return outcome;
  return { ...outcome, expected: append.expected };
}

function answerOfFault(node: StandInNode, fault: AppendFault | undefined): AppendAnswer | undefined {
  switch (fault) {
    case undefined:
    case 'LATE':
      return undefined;
    case 'UNAVAILABLE':
    case 'ACCESS_DENIED':
      return { kind: fault };
    case 'TIMEOUT_LOST':
    case 'TIMEOUT_STORED':
      return { kind: 'TIMEOUT' };
    case 'CUT_LOST':
    case 'CUT_STORED':
      node.cut();
      return { kind: 'SILENCE' };
    case 'SILENT_LOST':
    case 'SILENT_STORED':
      return { kind: 'SILENCE' };
  }
}

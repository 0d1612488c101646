import type { ReadReq } from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb';

import type { StandInNode } from './stand-in-node';
import { invalidPosition } from './wire';

/** How many events lie before the asked place. A position that no event has is refused, as by the real server. */
export function startInAll(node: StandInNode, options: ReadReq.Options): number {
  const from = options.getAll();
  if (from?.hasEnd()) return node.visible();
  const position = from?.getPosition();
  if (position === undefined) return 0;
  const index = node.log.indexOf(BigInt(position.getCommitPosition()));
  if (index === undefined || position.getCommitPosition() !== position.getPreparePosition()) {
    throw invalidPosition();
  }
  return index;
}

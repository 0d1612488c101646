import { uuidOf } from './uuid';

/**
 * The n-th event of a command always has the same id (a UUID of version 8, RFC 9562). The ids of one command begin as
 * its own id does: in the index of a store they are neighbours, so that a batch changes a few pages instead of one for
 * every event. They stand in order of time when the sender's ids do (version 7).
 */
export const eventIdOf = (commandId: string, index: number): string =>
  `${commandId.slice(0, 13)}-8${uuidOf(`event:${commandId}:${index}`).slice(15)}`;

import { type BusMessage, messageBytes } from '@intekenboek/messaging-application';

/** What Kafka needs around messages: it limits batches of messages, so the limit of a topic is larger by this. */
export const BATCH_ROOM_BYTES = 8_192;
const BATCH_FRAME_BYTES = 512;
const MESSAGE_FRAME_BYTES = 40;
const HEADER_FRAME_BYTES = 16;
const MESSAGES_MAX = 1_000;

/**
 * Cuts a list into batches, in order, each small enough to be stored on any topic as one. All messages of a topic count
 * together, because they may all go to one partition.
 */
export function batchesOf(
  messages: readonly BusMessage[],
  bytesMaxOf: (topic: string) => number,
): readonly (readonly BusMessage[])[] {
  const batches: BusMessage[][] = [];
  let current: BusMessage[] = [];
  let bytesOf = new Map<string, number>();
  for (const message of messages) {
    const bytes = (bytesOf.get(message.topic) ?? 0) + storedBytes(message);
    const isFull = bytes > bytesMaxOf(message.topic) + BATCH_ROOM_BYTES - BATCH_FRAME_BYTES;
    if (current.length > 0 && (isFull || current.length === MESSAGES_MAX)) {
      batches.push(current);
      current = [];
      bytesOf = new Map();
    }
    current.push(message);
    bytesOf.set(message.topic, (bytesOf.get(message.topic) ?? 0) + storedBytes(message));
  }
  if (current.length > 0) batches.push(current);
  return batches;
}

const storedBytes = (message: BusMessage): number =>
  messageBytes(message) + MESSAGE_FRAME_BYTES + Object.keys(message.headers).length * HEADER_FRAME_BYTES;

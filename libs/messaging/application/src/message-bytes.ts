import type { BusMessage } from './message-bus.port';

/** What counts for `TopicSpec.messageBytesMax`: the bytes of key, value and headers in UTF-8. */
export function messageBytes({ key, value, headers }: BusMessage): number {
  const texts = [key, value, ...Object.entries(headers).flat()];
  return texts.reduce((bytes, text) => bytes + Buffer.byteLength(text), 0);
}

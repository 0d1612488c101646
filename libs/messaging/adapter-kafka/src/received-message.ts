import type { Instant } from '@intekenboek/event-sourcing-core';
import type { ReceivedMessage, TopicPartition } from '@intekenboek/messaging-application';
import type { IHeaders, KafkaMessage } from 'kafkajs';

type HeaderValue = IHeaders[string];

/** A message of kafkajs in the words of the port. */
export function receivedMessage(
  { topic, partition }: TopicPartition,
  { key, value, headers, offset, timestamp }: KafkaMessage,
): ReceivedMessage {
  const receivedAt = new Date(Number(timestamp)).toISOString() as Instant;
  return {
    topic,
    partition,
    offset,
    receivedAt,
    key: key?.toString() ?? '',
    ...valueOf(value ?? Buffer.alloc(0)),
    headers: Object.fromEntries(
      Object.entries(headers ?? {}).map(([name, header]) => [name, headerText(header)]),
    ),
  };
}

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function valueOf(bytes: Buffer): Pick<ReceivedMessage, 'value' | 'valueBase64'> {
  try {
    return { value: strict.decode(bytes) };
  } catch {
    return { value: bytes.toString(), valueBase64: bytes.toString('base64') };
  }
}

/** Of a header that is there more than once the last one counts, as in other clients. */
const headerText = (header: HeaderValue): string =>
  (Array.isArray(header) ? header.at(-1) : header)?.toString() ?? '';

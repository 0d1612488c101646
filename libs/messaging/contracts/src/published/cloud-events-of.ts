import { type RecordedEvent, uuidOf } from '@intekenboek/event-sourcing-core';

import type { IntegrationTranslator } from '../integration-event';
import { TOPIC_OF, type TopicName } from '../topics';
import type { CloudEventV1 } from './cloud-event';
import type { PublishedEvent } from './published-event';
import { publishedEvents } from './published-events';

/** What a message in structured JSON says of itself in its headers. */
export const CLOUD_EVENT_CONTENT_TYPE = 'application/cloudevents+json; charset=UTF-8';

/** Every consumer must take 64 KiB (NL GOV profile); key, headers and the words of the protocol need some of it. */
export const CLOUD_EVENT_BYTES_MAX = 60 * 1_024;

/** Where the publisher is found. */
export interface Publisher {
  /** `sourceOf` the organisation that runs the register. */
  readonly source: string;
  /** Address of the GraphQL API; null when it is not told. */
  readonly api: string | null;
  /** Folder on the web with the JSON Schemas, ending in a slash; null: they are only named. */
  readonly schemas: string | null;
}

/** A message that is ready to go; those with one key keep their order. */
export interface OutgoingEvent {
  readonly topic: TopicName;
  readonly key: string;
  readonly id: string;
  readonly event: CloudEventV1;
}

/** The source in messages of an organisation by its OIN. @throws Error for anything but twenty digits. */
export function sourceOf(oin: string): string {
  if (!/^\d{20}$/.test(oin)) throw new Error(`An OIN has twenty digits, and "${oin}" has not.`);
  return `urn:nld:oin:${oin}:systeem:intekenboek`;
}

/** The name of the JSON Schema of the data of a type; it is the `$id` in the schema. */
export const schemaNameOf = (type: string): string => `urn:intekenboek:schema:${type}`;

/** What leaves the house of one stored event, as messages of the NL GOV profile for CloudEvents 1.1. Pure. */
export function cloudEventsOf(
  recorded: RecordedEvent,
  translator: IntegrationTranslator,
  publisher: Publisher,
): readonly OutgoingEvent[] {
  return translator
    .translate(recorded)
    .flatMap((event) => publishedEvents(event, recorded.effectiveAt))
    .map((published, index) => outgoing(recorded, published, { index, publisher }));
}

interface Place {
  /** Which of the messages of one stored event. */
  readonly index: number;
  readonly publisher: Publisher;
}

function outgoing(recorded: RecordedEvent, published: PublishedEvent, { index, publisher }: Place) {
  const { type, aboutId, data } = published;
  const id = idOf(recorded, aboutId, index);
  const { source, api, schemas } = publisher;
  const envelope: CloudEventV1 = {
    specversion: '1.0',
    id,
    source,
    type,
    time: recorded.recordedAt,
    // Moments of recording stay and never go back, also when the log is moved to a store with other positions.
    sequence: `${recorded.recordedAt}/${recorded.position}`,
    ...(aboutId !== null && { subject: aboutId }),
    ...(api !== null && { dataref: api }),
  };
  const dataschema = schemas === null ? schemaNameOf(type) : `${schemas}${type}.json`;
  const whole: CloudEventV1 = { ...envelope, datacontenttype: 'application/json', dataschema, data };
  const event = isSmall(whole) ? whole : envelope;
  return { topic: TOPIC_OF[type], key: aboutId ?? type, id, event };
}

// The ids of a case, and of what happened to it, are made from what it is about. Whoever guesses that could make the id
// of the message too, and learn by it that there is a case; a place in the log tells nothing.
const idOf = ({ eventId, position }: RecordedEvent, aboutId: string | null, index: number): string =>
  uuidOf(aboutId === null ? `message:at:${position}:${index}` : `message:${eventId}:${index}`);

const isSmall = (event: CloudEventV1): boolean =>
  Buffer.byteLength(JSON.stringify(event)) <= CLOUD_EVENT_BYTES_MAX;

/** As it goes on a bus: text, with its content type. */
export const busMessageOf = ({ topic, key, event }: OutgoingEvent) => ({
  topic,
  key,
  value: JSON.stringify(event),
  headers: { 'content-type': CLOUD_EVENT_CONTENT_TYPE },
});

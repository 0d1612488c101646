import { EVENT_BYTES_MAX, type EventToAppend, EventTooLarge } from './event-store.port';

/** The JSON that an adapter stores. @throws EventTooLarge above `EVENT_BYTES_MAX`. */
export function eventDataJson({ eventId, data }: EventToAppend): string {
  const json = JSON.stringify(data);
  // UTF-8 needs three bytes at most for each unit of a JavaScript string, so short texts need no counting.
  if (json.length * 3 <= EVENT_BYTES_MAX) return json;
  const bytes = Buffer.byteLength(json);
  if (bytes > EVENT_BYTES_MAX) throw new EventTooLarge(eventId, bytes);
  return json;
}

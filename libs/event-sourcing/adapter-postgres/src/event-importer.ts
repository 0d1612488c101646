import {
  eventDataJson,
  eventsToImport,
  type RecordedEvent,
  type StreamName,
} from '@intekenboek/event-sourcing-core';

import { integerArray, textArray } from './array-parameter';
import type { Ask } from './ask';
import { insertImported } from './event-insert';
import { COLUMNS, eventOf } from './event-row';
import { isDuplicate, isFaultOfRow, notStorable } from './postgres-failure';

const ATTEMPTS_MAX = 5;
const CHUNK_BYTES = 8 * 1_048_576;

const LENGTHS = `
  select stream, (select revision + 1 from event_log.events there
    where there.stream = asked.stream order by revision desc limit 1)
  from unnest($1::text[]) asked (stream)`;

const AT_PLACES = `
  select ${COLUMNS} from event_log.events join unnest($1::text[], $2::integer[]) asked (stream, revision)
    using (stream, revision)`;

const IDS = `select event_id from event_log.events where event_id = any($1::text[])`;

/** Adds what of `page` is not there yet. When another process imports the same, it looks again. @throws ImportRefused */
export async function importPage(ask: Ask, page: readonly RecordedEvent[], shift: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    const added = await missingOf(ask, page);
    if (added.length === 0) return;
    try {
      return await insertAll(ask, added, shift);
    } catch (error) {
      if (isDuplicate(error) && attempt < ATTEMPTS_MAX) continue;
      throw isFaultOfRow(error) ? notStorable('the page', error) : error;
    }
  }
}

async function missingOf(ask: Ask, page: readonly RecordedEvent[]): Promise<readonly RecordedEvent[]> {
  // Ids first: what another process imports meanwhile is then found at its own place, and never as an id in use.
  const taken = await idsInUse(ask, page);
  const lengths = await lengthsOf(ask, [...new Set(page.map(({ stream }) => stream))]);
  const lengthOf = (stream: StreamName) => lengths.get(stream) ?? 0;
  const there = await eventsAt(
    ask,
    page.filter(({ stream, revision }) => revision < lengthOf(stream)),
  );
  return eventsToImport(page, {
    lengthOf,
    eventAt: (stream, revision) => there.get(placeKey(stream, revision)),
    hasId: (eventId) => taken.has(eventId),
  });
}

async function lengthsOf(ask: Ask, streams: readonly StreamName[]): Promise<ReadonlyMap<string, number>> {
  const rows = await ask({ name: 'lengths', text: LENGTHS, values: [textArray(streams)] });
  return new Map(rows.map(([stream, length]) => [String(stream), Number(length)]));
}

async function eventsAt(
  ask: Ask,
  places: readonly Pick<RecordedEvent, 'stream' | 'revision'>[],
): Promise<ReadonlyMap<string, RecordedEvent>> {
  if (places.length === 0) return new Map();
  const values = [
    textArray(places.map(({ stream }) => stream)),
    integerArray(places.map(({ revision }) => revision)),
  ];
  const rows = await ask({ name: 'at-places', text: AT_PLACES, values });
  return new Map(rows.map(eventOf).map((event) => [placeKey(event.stream, event.revision), event]));
}

async function idsInUse(ask: Ask, events: readonly RecordedEvent[]): Promise<ReadonlySet<string>> {
  const ids = textArray(events.map(({ eventId }) => eventId));
  const rows = await ask({ name: 'ids-in-use', text: IDS, values: [ids] });
  return new Set(rows.map(([eventId]) => String(eventId)));
}

const placeKey = (stream: string, revision: number): string => `${stream}@${revision}`;

/** In one transaction, and in statements that a message to the server can hold. */
async function insertAll(ask: Ask, events: readonly RecordedEvent[], shift: string): Promise<void> {
  const latest = events.reduce((at, { recordedAt }) => Math.max(at, Date.parse(recordedAt)), 0);
  const chunks = chunksOf(events.map(recordOf));
  const insert = (chunk: (typeof chunks)[number]) => insertImported(ask, chunk, { at: latest, shift });
  const [only, ...more] = chunks;
  if (only !== undefined && more.length === 0) return insert(only);
  await ask({ text: 'begin' });
  try {
    for (const chunk of chunks) await insert(chunk);
    await ask({ text: 'commit' });
  } catch (error) {
    await ask({ text: 'rollback' }).catch(() => undefined);
    throw error;
  }
}

const recordOf = (event: RecordedEvent) => ({
  ...event,
  data: eventDataJson(event),
  metadata: JSON.stringify(event.metadata),
});

function chunksOf<R extends { readonly data: string }>(records: readonly R[]): readonly (readonly R[])[] {
  const chunks: R[][] = [];
  let bytes = Infinity;
  for (const record of records) {
    if (bytes + record.data.length > CHUNK_BYTES) {
      chunks.push([]);
      bytes = 0;
    }
    chunks.at(-1)?.push(record);
    bytes += record.data.length;
  }
  return chunks;
}

import type { FeedPosition, RecordedEvent } from '@intekenboek/event-sourcing-core';
import type { Kysely, Selectable } from 'kysely';

import { deleteRows, loadRows, type RowTable, saveRows, type StoredRow } from './stored-rows';

/** Whatever stands at one position of the feed: a stored event, or all that was read out of one. */
export interface AtPosition {
  readonly position: FeedPosition;
}

/** One row per thing, made from its events by a pure function. The table comes from `createRowTable`. */
export interface RowProjection<
  DB,
  Table extends keyof DB & string,
  Event extends AtPosition = RecordedEvent,
> extends RowTable<DB, Table> {
  /** The rows that an event touches, by key; none for events that do not concern this table. */
  readonly keysOf: (event: Event) => string | readonly string[];
  /**
   * The row after the event; null when there is none (no longer). It starts from null, changes nothing in place and
   * answers with the same row when the event changes nothing. New rows name every column; unknown values are null.
   */
  readonly evolve: (
    row: Selectable<DB[Table]> | null,
    event: Event,
    key: string,
  ) => Selectable<DB[Table]> | null;
}

/**
 * Applies a page to one table: one query for the rows that the page touches, all changes in memory, one upsert and one
 * delete. An event at or below the `feed_position` of a row has been applied to it and is skipped. When several tables
 * need the same reading of the events, map the page once, one element for each event, and give them that.
 *
 * Rows are read and written whole: a list that grows with every event belongs in a table of its own.
 */
export async function projectRows<DB, Table extends keyof DB & string, Event extends AtPosition>(
  tables: Kysely<DB>,
  page: readonly Event[],
  projection: RowProjection<DB, Table, Event>,
): Promise<void> {
  const touches = touchesOf(page, projection.keysOf);
  if (touches.length === 0) return;
  const stored = await loadRows(tables, projection, [...new Set(touches.map(({ key }) => key))]);

  const current = new Map<string, StoredRow<Selectable<DB[Table]>>>(stored);
  const changed = new Set<string>();
  for (const { event, key } of touches) {
    const row = current.get(key) ?? null;
    if (row !== null && event.position <= row.feed_position) continue;
    const next = projection.evolve(row, event, key);
    if (next === row) continue;
    changed.add(key);
    if (next === null) current.delete(key);
    else current.set(key, { ...next, feed_position: event.position });
  }
  await writeBack(tables, projection, { stored, current, changed });
}

interface Touch<Event> {
  readonly event: Event;
  readonly key: string;
}

/** Most events touch no row of a given table, or one: a rebuild comes by here for every event and table. */
function touchesOf<Event>(
  page: readonly Event[],
  keysOf: (event: Event) => string | readonly string[],
): readonly Touch<Event>[] {
  const touches: Touch<Event>[] = [];
  for (const event of page) {
    const keys = keysOf(event);
    if (typeof keys === 'string') touches.push({ event, key: keys });
    else for (const key of keys) touches.push({ event, key });
  }
  return touches;
}

interface Folded<Row> {
  readonly stored: ReadonlyMap<string, Row>;
  readonly current: ReadonlyMap<string, Row>;
  readonly changed: ReadonlySet<string>;
}

async function writeBack<DB, Table extends keyof DB & string>(
  tables: Kysely<DB>,
  place: RowTable<DB, Table>,
  { stored, current, changed }: Folded<StoredRow<Selectable<DB[Table]>>>,
): Promise<void> {
  const rows = [...changed].flatMap((key) => current.get(key) ?? []);
  const gone = [...changed].filter((key) => stored.has(key) && !current.has(key));
  await saveRows(tables, place, rows);
  await deleteRows(tables, place, gone);
}

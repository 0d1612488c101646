import type { CalendarDate, FeedPosition, RecordedEvent } from '@intekenboek/event-sourcing-core';
import type { IntegrationEvent, IntegrationTranslator } from '@intekenboek/messaging-contracts';
import type { RowProjection } from '@intekenboek/platform-sql';
import type { Selectable } from 'kysely';

import { amsterdamDay } from './amsterdam-day';
import type { MonitoringTables } from './monitoring.tables';

/** What a context published, with the days on which it happened and was recorded. */
export interface Published {
  readonly event: IntegrationEvent;
  readonly effectiveOn: CalendarDate;
  readonly recordedOn: CalendarDate;
  readonly position: FeedPosition;
}

/** What was published of a stored event: translated once, however many tables ask. */
export type PublishedOf = (recorded: RecordedEvent) => readonly Published[];

export function publishedBy(translator: IntegrationTranslator): PublishedOf {
  const known = new WeakMap<RecordedEvent, readonly Published[]>();
  return (recorded) => {
    const before = known.get(recorded);
    if (before !== undefined) return before;
    const effectiveOn = amsterdamDay(recorded.effectiveAt);
    const recordedOn = amsterdamDay(recorded.recordedAt);
    const { position } = recorded;
    const published = translator
      .translate(recorded)
      .map((event) => ({ event, effectiveOn, recordedOn, position }));
    known.set(recorded, published);
    return published;
  };
}

type Table = keyof MonitoringTables;

/** How a table follows from what is published. */
export interface RowRules<Name extends Table> {
  readonly table: Name;
  readonly key: keyof MonitoringTables[Name] & string;
  /** The rows that it touches; none when it does not concern this table. */
  readonly keysOf: (event: IntegrationEvent) => readonly string[];
  readonly evolve: (
    row: Selectable<MonitoringTables[Name]> | null,
    published: Published,
    key: string,
  ) => Selectable<MonitoringTables[Name]> | null;
}

/** The table's projection from stored events. */
export function projectionOf<Name extends Table>(
  { table, key, keysOf, evolve }: RowRules<Name>,
  publishedOf: PublishedOf,
): RowProjection<MonitoringTables, Name> {
  // A taakstelling touches hundreds of rows: its keys are made once and not once per row.
  const known = new WeakMap<IntegrationEvent, ReadonlySet<string>>();
  function touchedBy(event: IntegrationEvent): ReadonlySet<string> {
    const keys = known.get(event) ?? new Set(keysOf(event));
    known.set(event, keys);
    return keys;
  }
  return {
    table,
    key,
    keysOf: (recorded) => publishedOf(recorded).flatMap(({ event }) => [...touchedBy(event)]),
    evolve: (row, recorded, rowKey) =>
      publishedOf(recorded).reduce<typeof row>(
        (current, published) =>
          touchedBy(published.event).has(rowKey) ? evolve(current, published, rowKey) : current,
        row,
      ),
  };
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { agreementIntegration } from '@intekenboek/agreements-application';
import { escalationIntegration } from '@intekenboek/escalations-application';
import { type FeedPosition, instant, type RecordedEvent, uuidOf } from '@intekenboek/event-sourcing-core';
import { cloudEventsOf, combined, type Publisher, sourceOf } from '@intekenboek/messaging-contracts';
import { partyIntegration } from '@intekenboek/parties-application';
import { targetIntegration } from '@intekenboek/targets-application';

export const root = join(__dirname, '../../..');

/** The fields of stored events that may be told of agreements: ids that say nothing by themselves. */
const IDS_TOLD = ['agreementId', 'commitmentId', 'reportId', 'correctsReportId'];

const translator = combined([
  partyIntegration,
  targetIntegration,
  agreementIntegration,
  escalationIntegration,
]);
const publisher: Publisher = {
  source: sourceOf('00000099000000000000'),
  api: 'https://intekenboek.example/graphql',
  schemas: null,
};

/** What leaves the house of one stored event. */
export const leaving = (recorded: RecordedEvent) => cloudEventsOf(recorded, translator, publisher);

/** One stored event in every form that was ever stored, of one context. */
export function storedEvents(file: string): readonly RecordedEvent[] {
  const stored = JSON.parse(readFileSync(join(root, file), 'utf8')) as Pick<RecordedEvent, 'type' | 'data'>[];
  return stored.map(({ type, data }, index) => ({
    eventId: uuidOf(`${file}:${index}`),
    type,
    data,
    effectiveAt: instant('2026-11-20T10:00:00Z'),
    stream: `stream-${index}`,
    revision: 0,
    position: String(index + 1).padStart(16, '0') as FeedPosition,
    recordedAt: instant('2026-11-21T09:00:00Z'),
    metadata: { commandId: uuidOf('command'), commandHash: 'c3', personId: 'person-7', partyId: 'party-7' },
  }));
}

/** Every value in it that is no object or list, with the name of the field in which it stands. */
export function leavesOf(value: unknown, name = ''): readonly (readonly [name: string, leaf: unknown])[] {
  if (Array.isArray(value)) return value.flatMap((part) => leavesOf(part, name));
  if (typeof value !== 'object' || value === null) return [[name, value]];
  return Object.entries(value).flatMap(([field, part]) => leavesOf(part, field));
}

/** What a message of an agreement or a case tells that it may not: nothing but those ids may stand in its data. */
export function toldTooMuch(stored: RecordedEvent): readonly unknown[] {
  const ids = leavesOf(stored.data).filter(([name]) => IDS_TOLD.includes(name));
  const mayBeTold = new Set(ids.map(([, id]) => id));
  const withheld = leavesOf(stored.data)
    .map(([, leaf]) => leaf)
    .filter((leaf) => typeof leaf === 'string' && leaf.length > 3 && !mayBeTold.has(leaf));
  return leaving(stored).flatMap(({ event, key }) => {
    const text = JSON.stringify({ event, key });
    const inData = leavesOf(event.data ?? {}).filter(([, leaf]) => !mayBeTold.has(leaf));
    return [...inData, ...withheld.filter((leaf) => text.includes(String(leaf)))];
  });
}

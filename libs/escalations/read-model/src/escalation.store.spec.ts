import type { Actor } from '@intekenboek/event-sourcing-core';
import { projectionHarness } from '@intekenboek/platform-sql-testing';

import {
  amsterdam,
  care,
  caseLog,
  commitment,
  corporation,
  handleOf,
  idOf,
  ministry,
  missed,
  NAMES,
  noordHolland,
  OTHERS,
  placementIdOf,
  programme,
  stranger,
  verdict,
  waitingFor,
  weesp,
  wishes,
  zuidHolland,
} from './cases.fixtures';
import { readerKey } from './escalation.access';
import { escalationReadModel } from './escalation.projection';
import { type EscalationFilter, EscalationStore, type WaitingRole } from './escalation.store';
import { subjectKey } from '@intekenboek/messaging-contracts';

const harness = projectionHarness(escalationReadModel(OTHERS));
const everything = { limit: 100, after: null };

describe('asking for cases', () => {
  let store: EscalationStore;

  beforeAll(async () => {
    const log = caseLog();
    await log.tell(...NAMES);
    await log.runOn('2026-07-01', verdict('dwellings'), waitingFor('dwellings', 'care places'));
    await log.runOn('2026-07-03', verdict('energy'), verdict('roofs'));
    await log.runOn('2026-07-06', missed('2025-H1'), missed('2025-H2'));
    await log.send(corporation, '2026-07-07', wishes.respond(idOf('dwellings')));
    await log.send(amsterdam, '2026-07-07', wishes.decide(idOf('roofs')));
    await log.send(noordHolland, '2026-07-07', wishes.accept(placementIdOf('2025-H1'), 2));
    await log.runOn('2026-07-06', missed('2024-H1'));
    await log.send(noordHolland, '2026-07-07', wishes.accept(placementIdOf('2024-H1'), 1));
    store = new EscalationStore(handleOf(await harness.tablesAfter(await log.recorded())));
  }, 60_000);

  const waiting = async (actor: Actor, role: WaitingRole) =>
    (await store.waiting(actor, role, everything)).rows.map(({ escalation_id }) => escalation_id);
  const listed = async (filter: EscalationFilter, reader: Actor | null = programme) =>
    (await store.list(filter, reader, everything)).rows.map(({ escalation_id }) => escalation_id);

  it('gives a party what it must explain, and no longer what it explained', async () => {
    expect(await waiting(corporation, 'TO_RESPOND')).toEqual([idOf('energy')]);
    expect(await waiting(corporation, 'TO_DECIDE')).toEqual([]);
  });

  it('gives a party what it must decide, the first term to end first, and no longer what it decided', async () => {
    expect(await waiting(amsterdam, 'TO_DECIDE')).toEqual([idOf('dwellings'), idOf('energy')]);
    expect(await waiting(care, 'TO_DECIDE')).toEqual([idOf('dwellings')]);
    expect(await waiting(noordHolland, 'ALL')).toEqual([placementIdOf('2025-H2')]);
    expect(await waiting(programme, 'ALL')).toEqual([]);
  });

  it('gives it page after page', async () => {
    const first = await store.waiting(amsterdam, 'ALL', { limit: 1, after: null });
    expect(first.totalCount).toBe(2);
    const [row] = first.rows;
    const after = [row!.due_key, row!.escalation_id] as const;
    const second = await store.waiting(amsterdam, 'ALL', { limit: 1, after });
    expect(second.rows.map(({ escalation_id }) => escalation_id)).toEqual([idOf('energy')]);
    const end = second.rows.map((last) => [last.due_key, last.escalation_id] as const)[0]!;
    expect((await store.waiting(amsterdam, 'ALL', { limit: 1, after: end })).rows).toEqual([]);
  });

  it('finds by status, by route, by whether they are open, and by territory or province', async () => {
    expect(await listed({ status: 'DECIDED' })).toEqual([idOf('roofs')]);
    expect(await listed({ route: 'STATUTORY', isOpen: true })).toEqual([placementIdOf('2025-H2')]);
    expect(await listed({ isOpen: false })).toHaveLength(2);
    expect(await listed({ territory: 'GM0363' })).toHaveLength(6);
    expect(await listed({ territory: 'PV27' })).toHaveLength(6);
    expect(await listed({ territory: 'PV28' })).toEqual([]);
  });

  it('counts per territory what is open, and tells where the province placed it last', async () => {
    expect(await store.openCounts(noordHolland)).toEqual(
      new Map([['GM0363', { agreed: 3, statutory: 1, placedOnRung: 2 }]]),
    );
    expect(await store.openCounts(care)).toEqual(
      new Map([['GM0363', { agreed: 1, statutory: 0, placedOnRung: null }]]),
    );
    expect(await store.openCounts(null)).toEqual(new Map());
  });

  it('remembers counts for those who may know of the same cases only', async () => {
    const readers = [corporation, care, noordHolland, zuidHolland, programme, ministry, stranger, null];
    expect(readers.map(readerKey).map((key, _, keys) => keys.indexOf(key))).toEqual([0, 1, 2, 3, 4, 4, 6, 7]);
  });

  it('gives the open cases of territories', async () => {
    const open = await store.openIn(['GM0363', 'GM0014'], programme);
    expect(open.get('GM0363')?.map(({ escalation_id }) => escalation_id)).toHaveLength(4);
    expect(open.get('GM0014')).toEqual([]);
    expect((await store.openIn(['GM0363'], stranger)).get('GM0363')).toEqual([]);
    expect(await store.openIn([], programme)).toEqual(new Map());
  });

  it('gives the open case of a subject, also of one that waits for its cause', async () => {
    const keys = ['dwellings', 'care places', 'roofs', 'other'].map((name) => subjectKey(commitment(name)));
    const found = await store.openCasesOf(keys, programme);
    expect(keys.map((key) => found.get(key)?.escalation_id)).toEqual([
      idOf('dwellings'),
      idOf('dwellings'),
      idOf('roofs'),
      undefined,
    ]);
    expect(await store.openCasesOf(keys, stranger)).toEqual(new Map());
  });

  it('gives each reader what it may know of, one by one and in lists alike', async () => {
    const all = await listed({});
    const readers = [
      corporation,
      amsterdam,
      care,
      noordHolland,
      zuidHolland,
      programme,
      ministry,
      stranger,
      null,
    ];
    const counts: number[] = [];
    for (const reader of readers) {
      const oneByOne = [];
      for (const id of all) if ((await store.find(id, reader)) !== null) oneByOne.push(id);
      expect(await listed({}, reader)).toEqual(oneByOne);
      counts.push(oneByOne.length);
    }
    expect(counts).toEqual([3, 6, 1, 6, 0, 6, 6, 0, 0]);
    expect(await listed({}, weesp)).toEqual([]);
  });

  it('gives nobody a case that does not exist', async () => {
    expect(await store.find(idOf('nothing'), programme)).toBeNull();
  });
});

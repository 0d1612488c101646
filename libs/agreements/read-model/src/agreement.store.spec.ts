import type { AgreementDrafted, AgreementEvent } from '@intekenboek/agreements-domain';
import { type Actor, FEED_START, type PartyId, type PartyKind } from '@intekenboek/event-sourcing-core';
import { projectionHarness, recorded } from '@intekenboek/platform-sql-testing';

import type { Reader } from './agreement.access';
import {
  added,
  agreementNamed,
  CORPORATION,
  drafted,
  housed,
  HOUSED,
  land,
  LAND,
  MUNICIPALITY,
  parties,
  partyNamed,
  proposed,
  registered,
  reported,
  SIGNATORIES,
  signedWhole,
  streamOf,
  TENANTS,
} from './agreement.fixtures';
import { agreementReadModel } from './agreement.projection';
import { AgreementStore } from './agreement.store';

const OUTSIDER = partyNamed('outsider');
const UTRECHT = partyNamed('Utrecht');
const reader = (
  partyId: PartyId,
  partyKind: PartyKind = 'CORPORATION',
  territory: string | null = null,
): Reader => ({ partyId, partyKind, territory }) satisfies Pick<Actor, 'partyId' | 'partyKind' | 'territory'>;

const inUtrecht: Partial<AgreementDrafted['data']> = {
  signatories: [
    { partyId: UTRECHT, kind: 'MUNICIPALITY', territory: 'GM0344', workingArea: [] },
    ...SIGNATORIES.slice(1),
  ],
};
const history: readonly AgreementEvent[] = [
  drafted('draft'),
  ...[drafted('proposed'), added('proposed', land), proposed('proposed')],
  ...signedWhole('closed'),
  ...signedWhole('public', { visibility: 'PUBLIC' }),
  ...[drafted('public draft', { visibility: 'PUBLIC' }), added('public draft', housed)],
  ...[drafted('public proposal', { visibility: 'PUBLIC' }), proposed('public proposal')],
  ...signedWhole('Utrecht', inUtrecht),
  ...[reported('closed', 'z', 7), reported('closed', 'a', 3), reported('closed', 'm', 5)],
];
const events = recorded([registered(CORPORATION, 'De Sleutel'), ...history], { stream: streamOf });
const ALL = ['draft', 'proposed', 'closed', 'public', 'public draft', 'public proposal', 'Utrecht'];

const harness = projectionHarness(agreementReadModel(parties));
const store = async () => {
  const tables = await harness.tablesAfter(events);
  return new AgreementStore({
    tables: () => tables,
    position: () => FEED_START,
    waitFor: async () => undefined,
    cached: (_, compute) => compute(),
  });
};
const page = { limit: 50, after: null };
const nameOf = (id: string) => ALL.find((name) => agreementNamed(name) === id);

describe('who sees which agreement', () => {
  const afterDraft = ['public proposal', 'public', 'proposed', 'closed'];
  const READERS: readonly (readonly [string, Reader, readonly string[]])[] = [
    ['someone without a token: what is public and in force', null, ['public']],
    ['a party that signs none of them: the same', reader(OUTSIDER), ['public']],
    [
      'a municipality that signs: all of its own',
      reader(MUNICIPALITY, 'MUNICIPALITY', 'GM0363'),
      ALL.slice(0, -1),
    ],
    ['a party of all', reader(CORPORATION), ALL],
    [
      'the province of the municipality: what is proposed or in force within it',
      reader(partyNamed('NH'), 'PROVINCE', 'PV27'),
      afterDraft,
    ],
    [
      'another province: what is proposed or in force within it, and what is public',
      reader(partyNamed('U'), 'PROVINCE', 'PV26'),
      ['Utrecht', 'public'],
    ],
    [
      'the national programme: all that is proposed or in force',
      reader(partyNamed('LP'), 'NATIONAL_PROGRAMME', 'NL'),
      [...afterDraft, 'Utrecht'],
    ],
    ['the ministry: the same', reader(partyNamed('M'), 'MINISTRY', 'NL'), [...afterDraft, 'Utrecht']],
    [
      'a municipality that signs nothing here: no more than the public',
      reader(OUTSIDER, 'MUNICIPALITY', 'GM0363'),
      ['public'],
    ],
  ];

  it.each(READERS)('%s', async (_, who, names) => {
    const agreements = await store();
    const { rows, totalCount } = await agreements.list({}, who, page);
    expect(rows.map(({ row }) => nameOf(row.agreement_id)).sort()).toEqual([...names].sort());
    expect(totalCount).toBe(names.length);
    // The list and the single question must never disagree.
    for (const name of ALL) {
      expect((await agreements.find(agreementNamed(name), who)) !== null).toBe(names.includes(name));
    }
  });

  it('is told with the ground on which it is seen', async () => {
    const agreements = await store();
    const access = async (who: Reader) => (await agreements.find(agreementNamed('public'), who))?.access;
    expect(await access(reader(TENANTS))).toBe('PARTY');
    expect(await access(reader(partyNamed('NH'), 'PROVINCE', 'PV27'))).toBe('SUPERVISOR');
    expect(await access(null)).toBe('PUBLIC');
  });

  it('is the same nothing for what does not exist', async () => {
    expect(await (await store()).find(agreementNamed('none'), reader(CORPORATION))).toBeNull();
    expect(await (await store()).find('no id at all', null)).toBeNull();
  });
});

describe('the list of agreements', () => {
  const listed = async (filter: Parameters<AgreementStore['list']>[0], who = reader(CORPORATION)) => {
    const { rows } = await (await store()).list(filter, who, page);
    return rows.map(({ row }) => nameOf(row.agreement_id));
  };

  it('begins with the newest and goes on page after page', async () => {
    const agreements = await store();
    const seen: (string | undefined)[] = [];
    let after: string | null = null;
    for (let isMore = true; isMore;) {
      const { rows, totalCount } = await agreements.list({}, reader(CORPORATION), { limit: 3, after });
      expect(totalCount).toBe(ALL.length);
      seen.push(...rows.map(({ row }) => nameOf(row.agreement_id)));
      after = rows.at(-1)?.row.drafted_position ?? null;
      isMore = rows.length === 3;
    }
    expect(seen).toEqual([...ALL].reverse());
  });

  it('can be of one status, one party and one municipality', async () => {
    expect(await listed({ status: 'PROPOSED' })).toEqual(['public proposal', 'proposed']);
    expect(await listed({ partyId: UTRECHT })).toEqual(['Utrecht']);
    expect(await listed({ municipality: 'GM0344' })).toEqual(['Utrecht']);
    expect(await listed({ municipality: 'GM0363', status: 'IN_FORCE' })).toEqual([
      'Utrecht',
      'public',
      'closed',
    ]);
    expect(await listed({ partyId: OUTSIDER })).toEqual([]);
  });
});

describe('the commitments of an agreement', () => {
  it('come per agreement, also where there are none', async () => {
    const ids = [agreementNamed('closed'), agreementNamed('draft')];
    const found = await (await store()).commitmentsOf(ids);
    expect(found.get(ids[0]!)?.map(({ commitment_id }) => commitment_id)).toEqual([LAND, HOUSED]);
    expect(found.get(ids[1]!)).toEqual([]);
    expect(await (await store()).commitmentsOf([])).toEqual(new Map());
  });

  it('bring what was reported on them, in the order in which it was reported', async () => {
    const closed = agreementNamed('closed');
    const [onLand, onHoused] = (await (await store()).commitmentsOf([closed])).get(closed)!;
    expect(onLand?.reports).toEqual([]);
    expect(onHoused?.reports.map(({ amount }) => amount)).toEqual([7, 3, 5]);
    const { rows } = await (await store()).commitments({}, reader(CORPORATION), page);
    const [same] = rows.filter(({ row }) => row.commitment_key === onHoused?.commitment_key);
    expect(same?.row.reports).toEqual(onHoused?.reports);
  });
});

describe('what parties owe one another', () => {
  const owed = async (filter: Parameters<AgreementStore['commitments']>[0], who: Reader) => {
    const { rows, totalCount } = await (await store()).commitments(filter, who, page);
    expect(totalCount).toBe(rows.length);
    return rows.map(({ row }) => [nameOf(row.agreement_id), row.commitment_id]);
  };

  it('is in force, by deadline, and only what the reader sees', async () => {
    const mine = await owed({ debtorId: CORPORATION }, reader(CORPORATION));
    expect(mine.map(([name]) => name).sort()).toEqual(['Utrecht', 'closed', 'public']);
    expect(new Set(mine.map(([, id]) => id))).toEqual(new Set([HOUSED]));
    expect(await owed({ debtorId: CORPORATION }, null)).toEqual([['public', HOUSED]]);
  });

  it('can be what others owe one party', async () => {
    const others = await owed({ creditorId: CORPORATION }, reader(CORPORATION));
    expect(new Set(others.map(([, id]) => id))).toEqual(new Set([LAND]));
    expect(others).toHaveLength(3);
    expect(await owed({ creditorId: TENANTS }, reader(TENANTS))).toEqual([]);
  });

  it('comes page after page, each once', async () => {
    const agreements = await store();
    const keys: string[] = [];
    let after: readonly [string, string] | null = null;
    for (let isMore = true; isMore;) {
      const { rows } = await agreements.commitments({}, reader(CORPORATION), { limit: 4, after });
      keys.push(...rows.map(({ row }) => `${row.deadline} ${row.commitment_key}`));
      const last = rows.at(-1)?.row;
      after = last === undefined ? null : [last.deadline, last.commitment_key];
      isMore = rows.length === 4;
    }
    expect(keys).toHaveLength(6);
    expect(keys).toEqual([...new Set(keys)].sort());
  });
});

describe('the names of parties', () => {
  it('are those that are known', async () => {
    const names = await (await store()).namesOf([CORPORATION, OUTSIDER]);
    expect([...names].map(([id, { name }]) => [id, name])).toEqual([[CORPORATION, 'De Sleutel']]);
    expect(await (await store()).namesOf([])).toEqual(new Map());
  });
});

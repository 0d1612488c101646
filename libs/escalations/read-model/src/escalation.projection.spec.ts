import { subjectKey } from '@intekenboek/messaging-contracts';
import { projectionHarness } from '@intekenboek/platform-sql-testing';

import {
  amsterdam,
  care,
  caseLog,
  commitment,
  commitmentId,
  corporation,
  handleOf,
  idOf,
  missed,
  NAMES,
  noordHolland,
  OTHERS,
  placementIdOf,
  programme,
  verdict,
  waitingFor,
  weesp,
  wishes,
} from './cases.fixtures';
import { CaseLedgerStore } from './case-ledger.store';
import { escalationReadModel } from './escalation.projection';
import { EscalationStore } from './escalation.store';
import { PartyDirectoryStore } from './party-directory.store';

const harness = projectionHarness(escalationReadModel(OTHERS));

/** A case and a proposal through most of what can become of them. */
async function wholeLives() {
  const log = caseLog();
  const id = idOf('dwellings');
  await log.tell(...NAMES);
  await log.runOn('2026-07-01', verdict('dwellings'), verdict('energy'));
  await log.ask('2026-07-02', {
    type: 'AddEscalationSubjects',
    data: { escalationId: id, evidence: [waitingFor('dwellings', 'care places')] },
  });
  await log.send(care, '2026-07-03', wishes.giveView(id));
  await log.send(corporation, '2026-07-04', wishes.respond(id));
  await log.send(amsterdam, '2026-07-06', wishes.decide(id));
  await log.runOn('2026-07-07', missed('2024-H2'), missed('2025-H1'), missed('2025-H2'));
  await log.send(noordHolland, '2026-07-08', wishes.accept(placementIdOf('2024-H2'), 2));
  await log.send(noordHolland, '2026-07-08', wishes.setAside(placementIdOf('2025-H1')));
  return log;
}

describe('cases as they are read', () => {
  const afterWholeLives = async () => {
    const tables = await harness.tablesAfter(await (await wholeLives()).recorded());
    return { tables, store: new EscalationStore(handleOf(tables)) };
  };

  it('are the same however often and in whatever pages the events are delivered', async () => {
    await harness.expectSameHoweverDelivered(await (await wholeLives()).recorded());
  }, 60_000);

  it('show what was decided, by whom, and that nobody has to act any more', async () => {
    const { store } = await afterWholeLives();
    expect(await store.find(idOf('dwellings'), programme)).toMatchObject({
      status: 'DECIDED',
      is_open: true,
      rung: 1,
      is_explained: true,
      to_respond_party_id: null,
      to_decide_party_ids: [],
      term_ends_on: null,
      response: { partyId: corporation.partyId, reasonCode: 'CONTRACTOR' },
      decision: { partyId: amsterdam.partyId, rung: 1, instrument: 'RECOVERY_PLAN' },
    });
  });

  it('list all that wait for the same cause, with the parties and the verdicts', async () => {
    const { store } = await afterWholeLives();
    const row = await store.find(idOf('dwellings'), care);
    expect(row?.subject_keys).toHaveLength(2);
    expect(row?.concerned_party_ids).toContain(care.partyId);
    expect(row?.evidence.map(({ subject }) => subject)).toEqual([
      commitment('dwellings'),
      commitment('care places'),
    ]);
    expect(row?.evidence[0]?.inputs).toEqual({ reports: [{ amount: 40 }] });
  });

  it('have a history of who did what for whom, with both times and without verdicts', async () => {
    const { store } = await afterWholeLives();
    const row = await store.find(idOf('dwellings'), programme);
    expect(row?.history.map(({ type, partyId }) => [type, partyId])).toEqual([
      ['EscalationRaised', programme.partyId],
      ['EscalationSubjectsAdded', programme.partyId],
      ['EscalationViewGiven', care.partyId],
      ['EscalationResponseGiven', corporation.partyId],
      ['EscalationDecided', amsterdam.partyId],
    ]);
    expect(row?.history[0]).toMatchObject({
      revision: 0,
      personId: 'policy',
      effectiveAt: '2026-07-01T08:00:00.000Z',
      recordedAt: expect.stringMatching(/Z$/),
    });
    expect(JSON.stringify(row?.history)).not.toContain('ruleVersion');
  });

  it('show the place that the province decided, and what it set aside', async () => {
    const { store } = await afterWholeLives();
    expect(await store.find(placementIdOf('2024-H2'), noordHolland)).toMatchObject({
      status: 'PLACED',
      is_open: false,
      rung: 2,
      proposal: { rung: 2, missedPeriods: ['2024-H2'], previousRung: null },
      placement: { partyId: noordHolland.partyId, rung: 2, publicationReference: 'gmb-2026-1' },
    });
    expect(await store.find(placementIdOf('2025-H1'), noordHolland)).toMatchObject({
      status: 'SET_ASIDE',
      is_open: false,
      rung: null,
      placement: { rung: null, isExcusable: true },
    });
    expect(await store.find(placementIdOf('2025-H2'), noordHolland)).toMatchObject({
      status: 'PROPOSED',
      to_decide_party_ids: [noordHolland.partyId],
      term_ends_on: null,
    });
  });

  it('show a resolved case with the verdict that resolved it', async () => {
    const log = caseLog();
    await log.runOn('2026-07-01', verdict('dwellings'));
    await log.ask('2026-07-01', {
      type: 'ResolveEscalation',
      data: {
        escalationId: idOf('dwellings'),
        subject: commitment('dwellings'),
        evidence: [verdict('dwellings', { state: 'FULFILLED' })],
      },
    });
    const store = new EscalationStore(handleOf(await harness.tablesAfter(await log.recorded())));
    expect(await store.find(idOf('dwellings'), programme)).toMatchObject({
      status: 'RESOLVED',
      is_open: false,
      to_decide_party_ids: [],
      resolution: { state: 'FULFILLED', resolvedOn: '2026-07-01', evidence: [{ state: 'FULFILLED' }] },
    });
  });

  it('climb with their term, and become known to those who decide on the rung they reach', async () => {
    const log = caseLog();
    const id = idOf('dwellings');
    await log.runOn('2026-07-01', verdict('dwellings', { creditorIds: [care.partyId] }));
    const after = async () => new EscalationStore(handleOf(await harness.tablesAfter(await log.recorded())));
    expect(await (await after()).find(id, amsterdam)).toBeNull();
    await log.ask('2026-07-16', { type: 'PassTerm', data: { escalationId: id, rung: 1 } });
    const store = await after();
    expect(await store.find(id, amsterdam)).toMatchObject({
      rung: 2,
      term_ends_on: '2026-08-06',
      due_key: '2026-08-06',
      to_decide_party_ids: [amsterdam.partyId],
    });
    expect((await store.list({}, amsterdam, { limit: 9, after: null })).totalCount).toBe(1);
  });

  it('become overdue on the last rung and stay there', async () => {
    const log = caseLog();
    const id = idOf('dwellings');
    await log.runOn('2026-07-01', verdict('dwellings'));
    for (const [index, day] of ['2026-08-01', '2026-09-01', '2026-10-01', '2026-11-02'].entries()) {
      await log.ask(day, { type: 'PassTerm', data: { escalationId: id, rung: index + 1 } });
    }
    const tables = await harness.tablesAfter(await log.recorded());
    expect(await new EscalationStore(handleOf(tables)).find(id, programme)).toMatchObject({
      rung: 4,
      is_overdue: true,
      to_decide_party_ids: [programme.partyId],
    });
    expect(await new CaseLedgerStore(handleOf(tables)).unresolvedCases()).toMatchObject([
      { isOverdue: true },
    ]);
  });

  it('are found by their root, about which nothing was said', async () => {
    const log = caseLog();
    await log.runOn('2026-07-01', waitingFor('dwellings', 'care places'));
    const store = new EscalationStore(handleOf(await harness.tablesAfter(await log.recorded())));
    const key = subjectKey(commitment('dwellings'));
    expect((await store.openCasesOf([key], programme)).get(key)?.escalation_id).toBe(idOf('dwellings'));
  });

  it('know parties by name and subjects by title', async () => {
    const { store } = await afterWholeLives();
    const parties = await store.partiesNamed([corporation.partyId, 'nobody']);
    expect([...parties.values()]).toMatchObject([{ name: 'corporation', kind: 'CORPORATION' }]);
    const titles = await store.titlesOf([commitmentId('dwellings'), commitmentId('energy')]);
    expect([...titles.values()]).toMatchObject([
      { title: 'Honderd woningen', agreement_id: expect.any(String) },
    ]);
    expect([...(await store.partiesNamed([])), ...(await store.titlesOf([]))]).toEqual([]);
  });
});

describe('what the policy asks', () => {
  it('is which cases are unresolved, with their rung and term', async () => {
    const tables = await harness.tablesAfter(await (await wholeLives()).recorded());
    const unresolved = await new CaseLedgerStore(handleOf(tables)).unresolvedCases();
    expect([...unresolved].sort((a, b) => b.subjectKeys.length - a.subjectKeys.length)).toMatchObject([
      { escalationId: idOf('dwellings'), rung: 1, termEndsOn: null, isOverdue: false },
      { escalationId: idOf('energy'), subject: commitment('energy'), rung: 1, termEndsOn: '2026-07-15' },
    ]);
    expect(unresolved).toHaveLength(2);
  });

  it('is what became of every proposal', async () => {
    const tables = await harness.tablesAfter(await (await wholeLives()).recorded());
    const placements = await new CaseLedgerStore(handleOf(tables)).placements();
    expect(placements.find(({ period }) => period === '2025-H2')).toMatchObject({
      escalationId: placementIdOf('2025-H2'),
      territory: 'GM0363',
    });
    const told = placements.map(({ period, status, rung, isExcusable }) => [
      period,
      status,
      rung,
      isExcusable,
    ]);
    expect(told.sort()).toEqual([
      ['2024-H2', 'PLACED', 2, false],
      ['2025-H1', 'SET_ASIDE', null, true],
      ['2025-H2', 'PROPOSED', null, false],
    ]);
  });

  it('is no longer a case that was resolved, nor a proposal that lapsed', async () => {
    const log = caseLog();
    await log.runOn('2026-07-01', verdict('dwellings'), missed('2025-H2'));
    const { subject } = missed('2025-H2');
    await log.ask('2026-07-02', {
      type: 'ResolveEscalation',
      data: {
        escalationId: placementIdOf('2025-H2'),
        subject,
        evidence: [{ ...missed('2025-H2'), state: 'FULFILLED' }],
      },
    });
    await log.ask('2026-07-02', {
      type: 'ResolveEscalation',
      data: {
        escalationId: idOf('dwellings'),
        subject: commitment('dwellings'),
        evidence: [verdict('dwellings', { state: 'ON_TRACK' })],
      },
    });
    const handle = handleOf(await harness.tablesAfter(await log.recorded()));
    const ledger = new CaseLedgerStore(handle);
    expect(await ledger.unresolvedCases()).toEqual([]);
    expect(await ledger.placements()).toMatchObject([{ status: 'LAPSED', rung: null }]);
    const keys = [subjectKey(commitment('dwellings'))];
    expect(await new EscalationStore(handle).openCasesOf(keys, programme)).toEqual(new Map());
  });

  it('is who governs a territory, after mergers and whatever was told of a party later', async () => {
    const log = await wholeLives();
    await log.tell(...NAMES.filter(({ type }) => type === 'parties.party-registered.v1'));
    const tables = await harness.tablesAfter(await log.recorded());
    const directory = new PartyDirectoryStore(handleOf(tables));
    expect(await directory.governing(['GM0363', 'GM0457', 'PV27', 'GM0014', 'NL'])).toEqual(
      new Map([
        ['GM0363', amsterdam.partyId],
        ['GM0457', amsterdam.partyId],
        ['PV27', noordHolland.partyId],
      ]),
    );
    expect(weesp.partyId).not.toBe(amsterdam.partyId);
  });
});

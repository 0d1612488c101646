import { testDatabase } from '@intekenboek/platform-sql-testing';

import {
  actorOf,
  caseId,
  type EscalationsBench,
  escalationsBench,
  verdict,
  waitingFor,
} from './escalations.fixtures';

const sleutel = actorOf('De Sleutel');
const amsterdam = actorOf('Gemeente Amsterdam');
const care = actorOf('Zorg Dichtbij');
const province = actorOf('Provincie Noord-Holland');
const programme = actorOf('Landelijk programma');
const id = caseId('Honderd woningen');

interface Waiting {
  readonly escalationsWaiting: {
    readonly totalCount: number;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    readonly edges: readonly {
      readonly node: { readonly id: string; readonly actions: readonly string[] };
    }[];
  };
}

describe('cases over GraphQL', () => {
  const database = testDatabase();
  let bench: EscalationsBench;
  beforeAll(async () => {
    bench = await escalationsBench(database());
    await bench.run(
      '2026-07-01',
      verdict('Honderd woningen'),
      waitingFor('Honderd woningen', 'Dertig zorgplekken'),
    );
  }, 60_000);
  afterAll(() => bench.close());

  const waitingOf = async (who = amsterdam, args = '(role: ALL)') =>
    (
      await bench.ask<Waiting>(
        `{ escalationsWaiting${args} { totalCount pageInfo { hasNextPage endCursor } edges { node { id actions } } } }`,
        who,
      )
    ).escalationsWaiting;
  const read = async (fields: string, who = programme, of: string = id) =>
    (
      await bench.ask<{ escalation: unknown }>(
        `query ($id: ID!) { escalation(id: $id) { ${fields} } }`,
        who,
        { id: of },
      )
    ).escalation;

  it('show the case with its cause, its verdicts and their inputs', async () => {
    expect(
      await read(`route status summary { nl en } subject { title agreementTitle } waitingSubjects { title }
        cause { kind party { name } chain { title } } respondingParty { name kind } period territory province
        evidence { state expected realised confirmed ratio forecast unit ruleVersion inputs subject { title } }`),
    ).toEqual({
      route: 'AGREED',
      status: 'OPEN',
      summary: {
        nl: 'Anderen wachten op wat De Sleutel verschuldigd is: “Honderd woningen”. Er is nog geen toelichting; op trede 1 (Partijen onderling) beslist Gemeente Amsterdam of Zorg Dichtbij, uiterlijk 15 juli 2026.',
        en: 'Others wait for what De Sleutel owes: “Honderd woningen”. There is no explanation yet; on rung 1 (Parties among themselves) Gemeente Amsterdam or Zorg Dichtbij decides, by 15 July 2026.',
      },
      subject: { title: 'Honderd woningen', agreementTitle: 'Prestatieafspraken Amsterdam' },
      waitingSubjects: [{ title: 'Dertig zorgplekken' }],
      cause: {
        kind: 'BLOCKED_BY',
        party: { name: 'De Sleutel' },
        chain: [{ title: 'Dertig zorgplekken' }, { title: 'Honderd woningen' }],
      },
      respondingParty: { name: 'De Sleutel', kind: 'CORPORATION' },
      period: '2026-H2',
      territory: 'GM0363',
      province: 'PV27',
      evidence: [
        {
          state: 'LAGGING',
          expected: 100,
          realised: 40,
          confirmed: 30,
          ratio: 0.4,
          forecast: 80,
          unit: 'DWELLINGS',
          ruleVersion: 'GENERAL-2021',
          inputs: '{"path":[],"reports":[{"amount":40}]}',
          subject: { title: 'Honderd woningen' },
        },
        expect.objectContaining({ state: 'BLOCKED', subject: { title: 'Dertig zorgplekken' } }),
      ],
    });
  });

  it('show the ladder with who decides, by when, and with what', async () => {
    expect(
      await read(`rung termEndsOn ladder { id source rungs { number name { nl } state termWorkingDays termEndsOn
        onSilence instruments decidingParties { name } } }`),
    ).toMatchObject({
      rung: 1,
      termEndsOn: '2026-07-15',
      ladder: {
        id: 'AGREED-2021',
        rungs: [
          {
            number: 1,
            name: { nl: 'Partijen onderling' },
            state: 'CURRENT',
            termWorkingDays: 10,
            termEndsOn: '2026-07-15',
            onSilence: 'MOVES_UP',
            instruments: ['SUPPORT_TEAM', 'RECOVERY_PLAN'],
            decidingParties: [{ name: 'Gemeente Amsterdam' }, { name: 'Zorg Dichtbij' }],
          },
          { number: 2, state: 'AHEAD', termEndsOn: null, decidingParties: [{ name: 'Gemeente Amsterdam' }] },
          { number: 3, decidingParties: [{ name: 'Provincie Noord-Holland' }] },
          { number: 4, onSilence: 'STAYS', decidingParties: [{ name: 'Landelijk programma' }] },
        ],
      },
    });
  });

  it('tell each party what waits for it and what it may do', async () => {
    expect((await waitingOf(sleutel, '(role: TO_RESPOND)')).edges).toEqual([
      { node: { id, actions: ['RESPOND'] } },
    ]);
    expect((await waitingOf(amsterdam)).edges).toEqual([{ node: { id, actions: ['GIVE_VIEW', 'DECIDE'] } }]);
    expect((await waitingOf(amsterdam, '(role: TO_RESPOND)')).totalCount).toBe(0);
    expect((await waitingOf(programme)).totalCount).toBe(0);
    const drafter = actorOf('De Sleutel', ['DRAFTER']);
    expect((await waitingOf(drafter)).edges).toEqual([{ node: { id, actions: [] } }]);
  });

  it('list the reasons that may be given', async () => {
    const { escalationReasons } = await bench.ask<{ escalationReasons: object[] }>(
      '{ escalationReasons { code name { nl en } textLengthMin } }',
      null,
    );
    expect(escalationReasons).toContainEqual({
      code: 'STAFF',
      name: { nl: 'Te weinig personeel', en: 'Too few staff' },
      textLengthMin: 1,
    });
  });

  it('take a response and a view, and show them in words with both times', async () => {
    const respond = await bench.act('respondToEscalation', sleutel, {
      escalationId: id,
      reasonCode: 'CONTRACTOR',
      text: 'De aannemer is failliet.',
      recoveryOn: '2026-12-31',
    });
    expect(respond.data).toMatchObject({ respondToEscalation: { id, revision: 1, unchanged: false } });
    await bench.act('giveViewOnEscalation', care, { escalationId: id, text: 'Wij staan klaar.' });
    expect(
      await read(`isExplained response { reason { nl } text recoveryOn party { name } }
        history { step words { nl } personId party { name } effectiveAt recordedAt }`),
    ).toMatchObject({
      isExplained: true,
      response: {
        reason: { nl: 'Aannemer of leverancier levert niet' },
        text: 'De aannemer is failliet.',
        recoveryOn: '2026-12-31',
        party: { name: 'De Sleutel' },
      },
      history: [
        {
          step: 'RAISED',
          words: {
            nl: 'Zaak geopend op trede 1 (Partijen onderling). De Sleutel moet reageren; de termijn loopt tot en met 15 juli 2026.',
          },
          personId: 'policy',
          party: { name: 'Landelijk programma' },
          effectiveAt: '2026-07-01T08:00:00.000Z',
          recordedAt: expect.stringMatching(/Z$/),
        },
        {
          step: 'RESPONSE_GIVEN',
          words: {
            nl: 'De Sleutel reageerde: Aannemer of leverancier levert niet. “De aannemer is failliet.” Herstel verwacht op 31 december 2026.',
          },
        },
        { step: 'VIEW_GIVEN', words: { nl: 'Zorg Dichtbij gaf een zienswijze: “Wij staan klaar.”' } },
      ],
    });
    expect((await waitingOf(sleutel)).totalCount).toBe(0);
  });

  it('refuse with the code, the sentence and what is allowed', async () => {
    const decide = (actor = amsterdam, changes: object = {}) =>
      bench.act('decideEscalation', actor, {
        escalationId: id,
        instrument: 'NORM_PERCENTAGE',
        reasons: 'Omdat het niet anders kan.',
        ...changes,
      });
    expect((await decide()).errors?.[0]?.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      reason: 'INSTRUMENT_NOT_ON_RUNG',
      details: { rung: 1, allowed: ['SUPPORT_TEAM', 'RECOVERY_PLAN'] },
      message: { nl: 'Dit instrument kan niet op trede 1. Hier kan: SUPPORT_TEAM, RECOVERY_PLAN.' },
    });
    expect((await decide(province)).errors?.[0]?.extensions).toMatchObject({
      code: 'FORBIDDEN',
      reason: 'NOT_DECIDING_PARTY',
    });
    expect((await decide(amsterdam, { instrument: 'MAGIC' })).errors?.[0]?.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
    });
    expect((await decide(amsterdam, { escalationId: 'x' })).errors?.[0]?.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      reason: 'INPUT_INVALID',
    });
  });

  it('climb in silence to the national table, where the programme office decides', async () => {
    for (const day of ['2026-07-16', '2026-08-10', '2026-09-01']) {
      await bench.run(day, verdict('Honderd woningen'), waitingFor('Honderd woningen', 'Dertig zorgplekken'));
    }
    const { edges } = await waitingOf(programme, '(role: TO_DECIDE)');
    expect(edges).toEqual([{ node: { id, actions: ['DECIDE'] } }]);
    await bench.act('decideEscalation', programme, {
      escalationId: id,
      instrument: 'NORM_PERCENTAGE',
      reasons: 'Niemand kwam er met de ander uit.',
      recoverBy: '2027-03-01',
    });
    expect(
      await read(`status rung termEndsOn decidingParties { name } decision { instrument party { name } recoverBy }
        actions ladder { rungs { state } } history { step words { nl en } }`),
    ).toMatchObject({
      status: 'DECIDED',
      rung: 4,
      termEndsOn: null,
      decidingParties: [],
      decision: {
        instrument: 'NORM_PERCENTAGE',
        party: { name: 'Landelijk programma' },
        recoverBy: '2027-03-01',
      },
      actions: [],
      ladder: {
        rungs: [{ state: 'PASSED' }, { state: 'PASSED' }, { state: 'PASSED' }, { state: 'CURRENT' }],
      },
      history: [
        {},
        {},
        {},
        {
          step: 'MOVED_UP',
          words: {
            nl: 'De termijn van trede 1 (Partijen onderling) verstreek zonder besluit. Nu op trede 2 (Bestuurlijk overleg gemeente of regio), tot en met 6 augustus 2026. Geen zienswijze van Gemeente Amsterdam.',
          },
        },
        {},
        {},
        {
          step: 'DECIDED',
          words: {
            en: 'Landelijk programma decided on rung 4 (National coordination table): norm percentage. “Niemand kwam er met de ander uit.” To recover by 1 March 2027.',
          },
        },
      ],
    });
  });

  it('are resolved when the verdict recovers', async () => {
    await bench.run('2026-09-02', verdict('Honderd woningen', { state: 'FULFILLED' }));
    expect(await read('status isOpen resolvedOn history { step }')).toMatchObject({
      status: 'RESOLVED',
      isOpen: false,
      resolvedOn: '2026-09-02',
    });
    expect(await read('actions', sleutel)).toEqual({ actions: [] });
  });
});

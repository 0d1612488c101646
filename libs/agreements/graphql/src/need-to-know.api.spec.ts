import { agreementReadModel, AgreementStore } from '@intekenboek/agreements-read-model';
import { InMemoryEventStore } from '@intekenboek/event-sourcing-adapter-memory';
import { instant } from '@intekenboek/event-sourcing-core';
import { StoppedClock } from '@intekenboek/event-sourcing-testing';
import { EVENT_STORE } from '@intekenboek/platform-nest';
import { testEngine } from '@intekenboek/platform-sql-testing';
import { startTestApi, type TestApi } from '@intekenboek/platform-testing';

import {
  directory,
  draftInput,
  housedInput,
  idOf,
  landInput,
  type PartyName,
  register,
  registerAll,
} from './agreement.fixtures';
import { actorOf, AgreementsClient, at, report } from './agreements-client.fixtures';
import { AgreementsModule } from './agreements.module';
import { AGREEMENT_STORE, PARTY_DIRECTORY } from './tokens';

const eventStore = new InMemoryEventStore();
const readModel = agreementReadModel(register);
const { engine, gate } = testEngine(eventStore, [readModel]);
let api: TestApi;
let client: AgreementsClient;

beforeAll(async () => {
  await registerAll(eventStore);
  api = await startTestApi({
    imports: [AgreementsModule],
    providers: [
      { provide: EVENT_STORE, useValue: eventStore },
      { provide: AGREEMENT_STORE, useValue: new AgreementStore(engine().handle(readModel)) },
      { provide: PARTY_DIRECTORY, useValue: directory },
    ],
    clock: new StoppedClock(instant('2026-03-02T12:00:00Z')),
    gate,
  });
  client = new AgreementsClient((query, asking) => api.ask(query, asking));
});
afterAll(() => api.close());

const because = 'Daar is een goede reden voor.';
const ids = { commitmentId: housedInput.commitmentId, reportId: idOf('report') };
const condition = { conditionId: idOf('c'), dependentId: idOf('a'), prerequisiteId: idOf('b') };
const realised = { ...ids, amount: 1, realisedOn: '2026-03-01' };

/** Every act on an existing agreement, in a form that gets past the form. */
const ACTS: readonly (readonly [string, object])[] = [
  ['addCommitment', { commitment: landInput }],
  ['reviseCommitment', { commitment: landInput }],
  ['removeCommitment', { commitmentId: ids.commitmentId }],
  ['addCondition', { ...condition, neededBy: '2026-12-31' }],
  ['removeCondition', { conditionId: idOf('condition') }],
  ['explainOneSidedness', { explanation: because }],
  ['recordTenantsDeclined', { reason: because }],
  ['proposeAgreement', {}],
  ['withdrawProposal', { reason: because }],
  ['signAgreement', { textVersion: 1, contentHash: 'a1'.repeat(32) }],
  ['declineAgreement', { textVersion: 1, reasons: because }],
  ['reportProgress', realised],
  ['correctProgress', { ...realised, correctsReportId: idOf('earlier'), reason: because }],
  ['confirmProgress', ids],
  ['disputeProgress', { ...ids, reasons: because }],
];

describe('an outsider', () => {
  let agreementId: string;
  beforeAll(async () => {
    agreementId = await client.inForce({ visibility: 'PUBLIC' });
  });

  it.each(ACTS)('cannot %s, and is told the same as where there is no agreement', async (mutation, input) => {
    for (const who of ['outsider', 'province', 'programme'] as const) {
      const { errors } = await client.act(mutation, who, { agreementId, ...input });
      const absent = await client.act(mutation, who, { agreementId: idOf('no agreement'), ...input });
      expect(errors?.[0]?.extensions).toMatchObject({
        code: 'FORBIDDEN',
        reason: 'NOT_A_PARTY',
        details: {},
      });
      expect(errors).toEqual(absent.errors);
    }
  });

  it('cannot act without a token', async () => {
    const { errors } = await api.ask(
      'mutation ($input: ProposeAgreementInput!) { proposeAgreement(input: $input) { id } }',
      { variables: { input: { commandId: idOf('nobody'), agreementId } } },
    );
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'UNAUTHENTICATED', reason: 'TOKEN_MISSING' });
  });

  it('cannot draft an agreement of others', async () => {
    const { errors } = await client.act('draftAgreement', 'outsider', draftInput);
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN', reason: 'DRAFTER_NOT_SIGNATORY' });
  });

  it('sees in lists only what is public and in force', async () => {
    await client.draft({ visibility: 'PUBLIC' });
    await client.inForce();
    const query = `query ($waitFor: String) { agreements(waitFor: $waitFor) { totalCount edges { node { id } } }
      commitments { edges { node { agreement { id } } } } }`;
    for (const who of ['outsider', null] as const) {
      const lists = await client.query(query, who);
      expect(at(lists, 'agreements')).toEqual({ totalCount: 1, edges: [{ node: { id: agreementId } }] });
      const owed = { node: { agreement: { id: agreementId } } };
      expect(at(lists, 'commitments', 'edges')).toEqual([owed, owed]);
    }
  });
});

describe('a person without the role', () => {
  it('cannot act for its party', async () => {
    const agreementId = await client.draft();
    const reviewer = actorOf('corporation', ['REVIEWER']);
    const { errors } = await client.act('proposeAgreement', reviewer, { agreementId });
    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'FORBIDDEN',
      reason: 'ROLE_MISSING',
      details: { anyOf: ['DRAFTER'] },
    });
  });
});

describe('an agreement', () => {
  const READERS = ['tenants', 'province', 'otherProvince', 'programme', 'outsider', null] as const;
  const seenBy = async (id: string): Promise<readonly (PartyName | null)[]> => {
    const seen: (PartyName | null)[] = [];
    for (const who of READERS) if ((await client.read(id, who)) !== null) seen.push(who);
    return seen;
  };
  const supervised = ['tenants', 'province', 'programme'];

  it('is seen as a draft by its parties only', async () => {
    expect(await seenBy(await client.draft({ visibility: 'PUBLIC' }))).toEqual(['tenants']);
  });

  it('is seen as a proposal by those who supervise too', async () => {
    const agreementId = await client.draft({ visibility: 'PUBLIC' });
    await client.propose(agreementId);
    expect(await seenBy(agreementId)).toEqual(supervised);
  });

  it('is seen in force by all where it is public, otherwise by those who supervise', async () => {
    expect(await seenBy(await client.inForce())).toEqual(supervised);
    expect(await seenBy(await client.inForce({ visibility: 'PUBLIC' }))).toEqual(READERS);
  });

  it('is seen by nobody where there is none', async () => {
    expect(await seenBy(idOf('no agreement'))).toEqual([]);
    expect(await seenBy('no id at all')).toEqual([]);
  });

  it('shows the public how the text in force came about, and not what was refused before', async () => {
    const agreementId = await client.draft({ visibility: 'PUBLIC' });
    const { textVersion } = await client.propose(agreementId);
    await client.done('declineAgreement', 'tenants', { agreementId, textVersion, reasons: because });
    await client.done('withdrawProposal', 'municipality', { agreementId, reason: because });
    const text = await client.propose(agreementId);
    await client.done('declineAgreement', 'tenants', { agreementId, textVersion: 2, reasons: because });
    await client.signByAll(agreementId, text);
    const stepsFor = async (who: PartyName | null) => {
      const steps = at(await client.read(agreementId, who), 'steps') as readonly unknown[];
      return steps.map(
        (taken) => `${String(at(taken, 'step'))}${at(taken, 'reason') === null ? '' : ' because'}`,
      );
    };
    const before = [
      'DRAFTED',
      'PROPOSED',
      'DECLINED because',
      'WITHDRAWN because',
      'PROPOSED',
      'DECLINED because',
    ];
    const last = ['SIGNED', 'SIGNED', 'SIGNED', 'ENTERED_INTO_FORCE'];
    expect(await stepsFor('tenants')).toEqual([...before, ...last]);
    expect(await stepsFor('province')).toEqual([...before, ...last]);
    expect(await stepsFor(null)).toEqual(['PROPOSED', ...last]);
  });
});

describe('small counts of persons', () => {
  const progressFor = async (agreementId: string, who: PartyName | null) =>
    at(await client.read(agreementId, who), 'commitments', 1, 'progress');

  it('are hidden, with their sum and the words around them, from all but the parties', async () => {
    const agreementId = await client.inForce({ visibility: 'PUBLIC' });
    await client.done('reportProgress', 'corporation', report(agreementId, 'many', 23));
    await client.done('reportProgress', 'corporation', report(agreementId, 'more', 11));
    expect(await progressFor(agreementId, null)).toMatchObject({
      ...{ realised: 35, isSuppressed: false },
      reports: [
        { amount: 25, evidence: null, isSuppressed: false },
        { amount: 10, evidence: null, isSuppressed: false },
      ],
    });
    await client.done('reportProgress', 'corporation', report(agreementId, 'few', 9));
    for (const who of [null, 'outsider', 'province', 'programme'] as const) {
      expect(await progressFor(agreementId, who)).toMatchObject({
        ...{ realised: null, confirmed: null, isSuppressed: true },
        reports: [{ amount: 25 }, { amount: 10 }, { amount: null, isSuppressed: true, evidence: null }],
      });
    }
    expect(await progressFor(agreementId, 'tenants')).toMatchObject({
      ...{ realised: 43, isSuppressed: false },
      reports: [{ amount: 23, evidence: 'Overzicht maart' }, { amount: 11 }, { amount: 9 }],
    });
  });
});

import { createHash } from 'node:crypto';

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
  PARTIES,
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

describe('an agreement over GraphQL', () => {
  it('goes from draft to force and is read as the parties wrote it', async () => {
    const agreementId = await client.inForce();
    const land = { id: landInput.commitmentId, unit: 'LOCATIONS', isOwedToPublic: false };
    expect(await client.read(agreementId, 'tenants')).toMatchObject({
      ...{ id: agreementId, status: 'IN_FORCE', kind: 'LOCAL', title: draftInput.title },
      ...{ from: '2026-01-01', until: '2029-12-31', visibility: 'PARTIES', legalBasis: 'Woningwet art. 44' },
      ...{ textVersion: 1, proposedOn: '2026-03-02', inForceFrom: '2026-03-02', revision: 8 },
      signatories: [
        { name: 'Gemeente Amsterdam', kind: 'MUNICIPALITY' },
        { name: 'De Sleutel', kind: 'CORPORATION' },
        { name: 'Huurdersbelang', kind: 'TENANTS_ORGANISATION' },
      ],
      waitingFor: [],
      conditions: [{ neededBy: '2026-12-31', dependentId: housedInput.commitmentId }],
      commitments: [
        { ...land, creditors: [{ name: 'De Sleutel' }] },
        {
          ...{ unit: 'PERSONS', isMeasurable: true, isOwedToPublic: true, targetGroups: ['STATUS_HOLDERS'] },
          debtor: { name: 'De Sleutel' },
          measure: { kind: 'AMOUNT', amount: 40, min: null, denominator: null },
          yearSlices: housedInput.yearSlices,
          smartGaps: [],
          agreement: { id: agreementId },
          progress: { reportCount: 0, realised: null, confirmed: null, isSuppressed: false, reports: [] },
        },
      ],
    });
  });

  it('can be checked by anyone: the hash that was signed is that of the canonical text', async () => {
    const agreement = await client.read(await client.inForce(), 'corporation');
    const text = String(at(agreement, 'canonicalText'));
    expect(createHash('sha256').update(text).digest('hex')).toBe(at(agreement, 'contentHash'));
    expect(text).toContain('"form":"intekenboek-agreement-terms-1"');
  });

  it('says on whom it waits and what each answered, with both times', async () => {
    const agreementId = await client.draft();
    const text = await client.propose(agreementId);
    const { textVersion } = text;
    const reasons = 'De huren worden nergens genoemd.';
    const effectiveAt = '2026-03-02T10:00:00Z';
    await client.done('signAgreement', 'municipality', { agreementId, ...text, effectiveAt });
    await client.done('declineAgreement', 'tenants', { agreementId, textVersion, reasons });
    const agreement = await client.read(agreementId, 'corporation');
    const [now, then] = ['2026-03-02T12:00:00.000Z', '2026-03-02T10:00:00.000Z'];
    const waiting = { state: 'WAITING', signedOn: null, effectiveAt: null, recordedAt: null };
    expect(at(agreement, 'waitingFor')).toEqual([{ name: 'De Sleutel' }]);
    expect(at(agreement, 'signatures')).toMatchObject([
      { party: { name: 'Gemeente Amsterdam' }, state: 'SIGNED', signedOn: '2026-03-02', effectiveAt: then },
      { party: { name: 'De Sleutel' }, ...waiting },
      { party: { name: 'Huurdersbelang' }, state: 'DECLINED', reasons, signedOn: null, effectiveAt: now },
    ]);
  });

  it('has a way on after a refusal: withdraw, change and propose again', async () => {
    const agreementId = await client.draft();
    const text = await client.propose(agreementId);
    const reason = 'De huurders vragen iets anders.';
    await client.done('withdrawProposal', 'municipality', { agreementId, reason });
    const commitment = { ...landInput, text: 'De gemeente stelt twee bouwrijpe locaties beschikbaar.' };
    await client.done('reviseCommitment', 'municipality', { agreementId, commitment });
    const changed = await client.propose(agreementId);
    expect(changed.textVersion).toBe(2);
    expect(changed.contentHash).not.toBe(text.contentHash);
    const { errors } = await client.act('signAgreement', 'tenants', { agreementId, ...text });
    expect(errors?.[0]).toMatchObject({
      message: expect.stringContaining('you read version 1, now version 2 is proposed'),
      extensions: { code: 'CONFLICT', reason: 'TEXT_VERSION_OUTDATED', details: { read: 1, current: 2 } },
    });
  });

  it('loses what is taken out of its draft', async () => {
    const agreementId = await client.draft();
    const { commitmentId } = landInput;
    const early = await client.act('removeCommitment', 'corporation', { agreementId, commitmentId });
    expect(early.errors?.[0]?.extensions).toMatchObject({ reason: 'CONDITION_NEEDS_COMMITMENT' });
    await client.done('removeCondition', 'corporation', { agreementId, conditionId: idOf('condition') });
    await client.done('removeCommitment', 'corporation', { agreementId, commitmentId });
    expect(await client.read(agreementId, 'corporation')).toMatchObject({
      conditions: [],
      commitments: [{ id: housedInput.commitmentId }],
    });
  });

  it('records why it is one-sided and why tenants do not take part', async () => {
    const signatoryIds = [PARTIES.municipality.partyId, PARTIES.corporation.partyId];
    const draft = { ...draftInput, signatoryIds };
    const { id: agreementId } = await client.done('draftAgreement', 'corporation', draft);
    await client.done('addCommitment', 'corporation', { agreementId, commitment: housedInput });
    const explanation = 'De gemeente heeft al geleverd.';
    await client.done('explainOneSidedness', 'corporation', { agreementId, explanation });
    const { errors } = await client.act('proposeAgreement', 'corporation', { agreementId });
    expect(errors?.[0]?.extensions).toMatchObject({ reason: 'TENANTS_MISSING', details: { rule: '6.1' } });
    const reason = 'Er is geen huurdersorganisatie.';
    await client.done('recordTenantsDeclined', 'corporation', { agreementId, reason });
    await client.done('proposeAgreement', 'corporation', { agreementId });
    expect(await client.read(agreementId, 'municipality')).toMatchObject({
      status: 'PROPOSED',
      oneSidedness: explanation,
      tenantsDeclines: [{ party: null, reason }],
    });
  });

  it('has one effect when an act is sent again, and refuses the same id for another', async () => {
    const draft = { ...draftInput, commandId: idOf('draft once') };
    const first = await client.done('draftAgreement', 'corporation', draft);
    const again = await client.done('draftAgreement', 'corporation', draft);
    expect(again).toEqual({ ...first, unchanged: true });
    const { errors } = await client.act('draftAgreement', 'corporation', { ...draft, title: 'Anders' });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'CONFLICT', reason: 'COMMAND_ID_REUSED' });
  });

  it('names the rule and the field of what is refused, in the language of the sender', async () => {
    const agreementId = await client.draft();
    const yearSlices = [{ year: 2026, amount: 39 }];
    const commitment = { ...housedInput, commitmentId: idOf('wrong'), yearSlices };
    const { errors } = await api.ask(
      'mutation ($input: AddCommitmentInput!) { addCommitment(input: $input) { id } }',
      {
        variables: { input: { commandId: idOf('wrong'), agreementId, commitment } },
        actor: actorOf('corporation'),
        language: 'nl',
      },
    );
    expect(errors?.[0]).toMatchObject({
      message: 'De jaren tellen op tot 39, maar de afspraak is 40. Maak ze gelijk.',
      extensions: {
        code: 'BAD_USER_INPUT',
        reason: 'YEAR_SLICES_DO_NOT_SUM',
        details: { rule: '6.2', field: 'yearSlices', sum: 39, whole: 40 },
      },
    });
  });

  it.each([
    ['AMOUNT_NOT_POSITIVE', { kind: 'AMOUNT' }, 'DWELLINGS_DELIVERED'],
    ['AMOUNT_NOT_POSITIVE', { kind: 'BAND', max: 3 }, 'DWELLINGS_DELIVERED'],
    ['SHARE_OUT_OF_RANGE', { kind: 'SHARE' }, 'ALLOCATION_SHARE'],
    ['TEXT_TOO_SHORT', { kind: 'PROCESS_RESULT' }, 'PROCESS_RESULT'],
  ])('says %s of a measure that lacks its numbers: %j', async (reason, measure, resultKind) => {
    const { id: agreementId } = await client.done('draftAgreement', 'corporation', draftInput);
    const commitment = { ...housedInput, yearSlices: [], measure, resultKind };
    const { errors } = await client.act('addCommitment', 'corporation', { agreementId, commitment });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', reason });
  });

  it('is told what it lacks while it is being written, also without a token', async () => {
    const sketch =
      'text: "Wij streven naar woningen", creditorIds: null, yearSlices: null, measure: { kind: EFFORT }';
    const { data } = await api.ask<{ smartCheck: { code: string }[] }>(
      `{ smartCheck(commitment: { ${sketch} }) { code field nl en } }`,
    );
    expect(data.smartCheck.map(({ code }) => code)).toEqual([
      'NOT_MEASURABLE',
      'RESULT_KIND_MISSING',
      'DEADLINE_MISSING',
      'OWNER_MISSING',
      'COUNTERPART_MISSING',
      'TERRITORY_MISSING',
      'SOURCE_MISSING',
      'WORDS_VAGUE',
    ]);
  });
});

describe('progress over GraphQL', () => {
  it('is reported, disputed, corrected and confirmed, and nothing is lost', async () => {
    const agreementId = await client.inForce();
    const { commitmentId } = housedInput;
    const [first, second] = [idOf('first'), idOf('second')];
    await client.done('reportProgress', 'corporation', report(agreementId, 'first', 15));
    const reasons = 'Het zijn er twaalf volgens onze lijst.';
    await client.done('disputeProgress', 'municipality', {
      agreementId,
      commitmentId,
      reportId: first,
      reasons,
    });
    const reason = 'Drie mensen waren dubbel geteld.';
    const correction = { ...report(agreementId, 'second', 12), correctsReportId: first, reason };
    await client.done('correctProgress', 'corporation', correction);
    await client.done('confirmProgress', 'tenants', { agreementId, commitmentId, reportId: second });
    const agreement = await client.read(agreementId, 'municipality');
    expect(at(agreement, 'commitments', 1, 'progress')).toMatchObject({
      ...{ reportCount: 1, realised: 12, confirmed: 12, disputed: null, isSuppressed: false },
      reports: [
        {
          ...{ id: first, state: 'CORRECTED', amount: 15, correctedBy: second, evidence: 'Overzicht maart' },
          stances: [{ party: { name: 'Gemeente Amsterdam' }, kind: 'DISPUTED', reasons }],
          recordedAt: expect.any(String),
          effectiveAt: '2026-03-02T12:00:00.000Z',
        },
        {
          ...{
            id: second,
            state: 'CONFIRMED',
            amount: 12,
            correctsReportId: first,
            correctionReason: reason,
          },
          stances: [{ party: { name: 'Huurdersbelang' }, kind: 'CONFIRMED', reasons: null }],
        },
      ],
    });
  });

  it('is of the debtor alone, and never judged by it', async () => {
    const agreementId = await client.inForce();
    const { commitmentId } = housedInput;
    const foreign = await client.act('reportProgress', 'municipality', report(agreementId, 'own', 3));
    expect(foreign.errors?.[0]?.extensions).toMatchObject({
      code: 'FORBIDDEN',
      reason: 'COMMITMENT_OF_OTHER_PARTY',
    });
    await client.done('reportProgress', 'corporation', report(agreementId, 'own', 3));
    const judged = { agreementId, commitmentId, reportId: idOf('own') };
    const own = await client.act('confirmProgress', 'corporation', judged);
    expect(own.errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN', reason: 'OWN_REPORT' });
  });
});

describe('lists over GraphQL', () => {
  const edgesOf = (answer: unknown, list: string) => at(answer, list, 'edges') as readonly unknown[];

  it('page through the agreements that the reader may see, newest first, each once', async () => {
    await client.inForce({ title: 'De nieuwste afspraken' });
    const query = `query ($after: String, $waitFor: String) { agreements(first: 4, after: $after, waitFor: $waitFor) {
      totalCount edges { node { id title } } pageInfo { hasNextPage endCursor } } }`;
    const nodes: unknown[] = [];
    let [after, total]: [unknown, unknown] = [null, 0];
    for (let isMore = true; isMore;) {
      const page = await client.query(query, 'tenants', { after });
      nodes.push(...edgesOf(page, 'agreements').map((edge) => at(edge, 'node')));
      isMore = at(page, 'agreements', 'pageInfo', 'hasNextPage') === true;
      after = at(page, 'agreements', 'pageInfo', 'endCursor');
      total = at(page, 'agreements', 'totalCount');
    }
    expect(at(nodes, 0, 'title')).toBe('De nieuwste afspraken');
    expect(nodes.length).toBe(total);
    expect(nodes.length).toBeGreaterThan(4);
    expect(new Set(nodes.map((node) => at(node, 'id'))).size).toBe(nodes.length);
  });

  it('find agreements by status, party and municipality', async () => {
    await client.draft({ title: 'Nog een concept' });
    const filter = `status: DRAFT, partyId: "${PARTIES.municipality.partyId}", municipality: "GM0363"`;
    const found = await client.query(
      `query ($waitFor: String) { agreements(first: 1, ${filter}, waitFor: $waitFor) {
        edges { node { title commitments { id } } } } }`,
      'corporation',
    );
    const commitments = [{ id: landInput.commitmentId }, { id: housedInput.commitmentId }];
    expect(edgesOf(found, 'agreements')).toEqual([{ node: { title: 'Nog een concept', commitments } }]);
    const none = await client.query('{ agreements(municipality: "GM0344") { totalCount } }', 'corporation');
    expect(none).toEqual({ agreements: { totalCount: 0 } });
  });

  it('show what a party owes and what others owe it, page after page', async () => {
    await client.inForce();
    const query = `query ($debtorId: ID, $creditorId: ID, $first: Int!, $after: String, $waitFor: String) {
      commitments(debtorId: $debtorId, creditorId: $creditorId, first: $first, after: $after, waitFor: $waitFor) {
        totalCount edges { cursor node { debtor { name } agreement { status } progress { reportCount } } } } }`;
    const { partyId } = PARTIES.corporation;
    const owes = await client.query(query, 'corporation', { debtorId: partyId, first: 1 });
    const [first] = edgesOf(owes, 'commitments');
    expect(first).toMatchObject({
      node: { debtor: { name: 'De Sleutel' }, agreement: { status: 'IN_FORCE' } },
    });
    const after = at(first, 'cursor');
    const next = await client.query(query, 'corporation', { debtorId: partyId, first: 1, after });
    expect(at(next, 'commitments', 'edges', 0, 'cursor')).not.toBe(after);

    const owed = await client.query(query, 'corporation', { creditorId: partyId, first: 500 });
    const debtors = edgesOf(owed, 'commitments').map((edge) => at(edge, 'node', 'debtor', 'name'));
    expect(new Set(debtors)).toEqual(new Set(['Gemeente Amsterdam']));
    expect(at(owed, 'commitments', 'totalCount')).toBe(at(owes, 'commitments', 'totalCount'));
  });
});

describe('the schema', () => {
  it('explains every type, field and argument, with the Dutch word', async () => {
    const told = 'name description';
    const schema = await client.query(
      `{ __schema { types { ${told} kind enumValues { ${told} } inputFields { ${told} }
         fields { ${told} args { ${told} } } } } }`,
      null,
    );
    const types = at(schema, '__schema', 'types') as readonly unknown[];
    const listOf = (thing: unknown, name: string) => (at(thing, name) ?? []) as readonly unknown[];
    const isExplained = (thing: unknown) => /[a-z].*\([^)]*\)/is.test(String(at(thing, 'description')));
    const unexplained = types
      .filter((type) => !/^(__|String$|Int$|Float$|Boolean$|ID$)/.test(String(at(type, 'name'))))
      .flatMap((type) => [
        ...(isExplained(type) || /^(Query|Mutation)$/.test(String(at(type, 'name')))
          ? []
          : [at(type, 'name')]),
        ...['fields', 'inputFields', 'enumValues']
          .flatMap((part) => listOf(type, part))
          .flatMap((part) => [part, ...listOf(part, 'args')])
          .filter((part) => !isExplained(part) && at(part, 'name') !== 'input')
          .map((part) => `${String(at(type, 'name'))}.${String(at(part, 'name'))}`),
      ]);
    expect(unexplained).toEqual([]);
  });
});

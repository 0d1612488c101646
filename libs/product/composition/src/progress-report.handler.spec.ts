import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { agreementCommandHandler, agreementStream } from '@intekenboek/agreements-application';
import type { AgreementId } from '@intekenboek/agreements-domain';
import { InMemoryEventStore } from '@intekenboek/event-sourcing-adapter-memory';
import { type Actor, EventStoreUnavailable, instant, uuidOf } from '@intekenboek/event-sourcing-core';
import { someone, StoppedClock } from '@intekenboek/event-sourcing-testing';
import { DEMO_AUDIENCE, DEMO_ISSUER, DemoIssuer, joseVerifier } from '@intekenboek/identity-adapter-jose';
import { rememberedTokenVerifier, type TokenVerifier } from '@intekenboek/identity-application';
import { inboundValidator } from '@intekenboek/messaging-adapter-ajv';
import type { InboundOutcome, ReceivedMessage } from '@intekenboek/messaging-application';
import { assert, asyncProperty, constantFrom, dictionary, jsonValue, oneof, string } from 'fast-check';

import { agreementInForce, CORPORATION, HOMES, MUNICIPALITY } from './agreement-in-force.fixtures';
import {
  IdentityProviderUnreachable,
  isPassingTrouble,
  progressReportHandler,
  type ProgressReportOptions,
} from './progress-report.handler';

const NOW = '2026-11-21T09:00:05.000Z';
const WRITTEN = instant('2026-11-21T09:00:00Z');
const REPORT = 'nl.intekenboek.progress-reports.report-submitted.v1';
const CORRECTION = 'nl.intekenboek.progress-reports.correction-submitted.v1';
const FIRST = uuidOf('report:first');
const SECOND = uuidOf('report:second');

const corporation = someone({ partyId: CORPORATION });
const municipality = someone({ partyId: MUNICIPALITY, partyKind: 'MUNICIPALITY', territory: 'GM0363' });

describe('a system that reports progress', () => {
  let folder: string;
  let issuer: DemoIssuer;
  let verifier: TokenVerifier;
  let eventStore: InMemoryEventStore;
  let agreementId: AgreementId;
  const clock = new StoppedClock();

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'progress-report-'));
    // Tokens of the demonstration hold for thirty days: until 1 December.
    clock.set('2026-11-01T09:00:00Z');
    issuer = await DemoIssuer.open({ folder, clock });
    const keys = issuer.publicKeys;
    verifier = rememberedTokenVerifier(
      joseVerifier({ keys, issuer: DEMO_ISSUER, audience: DEMO_AUDIENCE, clock }),
      clock,
    );
  });
  afterAll(() => rm(folder, { recursive: true }));
  beforeEach(async () => {
    eventStore = new InMemoryEventStore();
    agreementId = await agreementInForce(eventStore);
  });

  const handler = (options: Partial<ProgressReportOptions> = {}) =>
    progressReportHandler({
      verifier,
      commands: agreementCommandHandler(eventStore, { find: async () => null }),
      validator: inboundValidator(),
      clock,
      ...options,
    });
  const reportOf = (changes: object = {}) => ({
    agreementId,
    commitmentId: HOMES,
    reportId: FIRST,
    amount: 12,
    realisedOn: '2026-10-15',
    ...changes,
  });
  const cloudEvent = (data: object, changes: object = {}) =>
    JSON.stringify({
      specversion: '1.0',
      id: 'message-1',
      source: 'urn:nld:kvknr:12345678:systeem:voortgang',
      type: REPORT,
      data,
      ...changes,
    });
  const received = (value: string, changes: Partial<ReceivedMessage> = {}): ReceivedMessage => ({
    topic: 'intekenboek.progress-reports.v1',
    partition: 0,
    offset: '7',
    key: agreementId,
    headers: {},
    receivedAt: WRITTEN,
    value,
    ...changes,
  });
  const tokenOf = async (actor: Actor) => `Bearer ${(await issuer.issue(actor)).token}`;

  /** Handles a message as the corporation, unless told otherwise; the token was given out on 1 November. */
  async function handle(
    value: string,
    {
      actor = corporation,
      now = NOW,
      ...changes
    }: Partial<ReceivedMessage> & { actor?: Actor; now?: string } = {},
  ): Promise<InboundOutcome> {
    clock.set('2026-11-01T09:00:00Z');
    const authorization = await tokenOf(actor);
    clock.set(now);
    return handler().handle(received(value, { headers: { authorization }, ...changes }));
  }
  const codesOf = (outcome: InboundOutcome) =>
    outcome.kind === 'REFUSED' ? outcome.problems.map(({ code, field }) => [code, field]) : outcome.kind;
  const recordedOf = async (id = agreementId) =>
    (await eventStore.readStream(agreementStream(id))).events.slice(4);

  describe('whose message is in order', () => {
    it('has reported as through the API, at the moment the broker wrote it', async () => {
      expect(await handle(cloudEvent(reportOf()))).toEqual({ kind: 'ACCEPTED' });
      const [event, ...more] = await recordedOf();
      expect(more).toEqual([]);
      expect(event).toMatchObject({
        type: 'ProgressReported',
        data: { ...reportOf(), evidence: null },
        effectiveAt: WRITTEN,
        metadata: { personId: corporation.personId, partyId: CORPORATION },
      });
    });

    it('may correct what it reported', async () => {
      await handle(cloudEvent(reportOf()));
      const correction = reportOf({
        reportId: SECOND,
        correctsReportId: FIRST,
        amount: 11,
        reason: 'Eén woning is pas in november opgeleverd.',
      });
      const outcome = await handle(cloudEvent(correction, { id: 'message-2', type: CORRECTION }));
      expect(outcome).toEqual({ kind: 'ACCEPTED' });
      expect((await recordedOf()).map(({ type }) => type)).toEqual(['ProgressReported', 'ProgressCorrected']);
    });

    it('may say that it happened earlier', async () => {
      await handle(cloudEvent(reportOf({ effectiveAt: '2026-10-16T09:30:00+02:00' })));
      expect((await recordedOf())[0]?.effectiveAt).toBe('2026-10-16T07:30:00.000Z');
    });

    it('is never said to have spoken later than now, though the clock of the broker is ahead', async () => {
      await handle(cloudEvent(reportOf()), { receivedAt: instant('2026-11-21T09:00:09Z') });
      expect((await recordedOf())[0]?.effectiveAt).toBe(NOW);
    });
  });

  describe('that sends a message again', () => {
    it('has reported once, however late it comes the second time', async () => {
      const message = cloudEvent(reportOf());
      await handle(message);
      expect(await handle(message)).toEqual({ kind: 'REPEATED' });
      const later = {
        receivedAt: instant('2026-11-25T12:00:00Z'),
        now: '2026-11-26T09:00:00Z',
        offset: '99',
      };
      expect(await handle(message, later)).toEqual({ kind: 'REPEATED' });
      expect(await recordedOf()).toHaveLength(1);
    });

    it('has reported once also when it chose no id for the report', async () => {
      const message = cloudEvent(reportOf({ reportId: undefined }));
      expect([await handle(message), await handle(message)]).toEqual([
        { kind: 'ACCEPTED' },
        { kind: 'REPEATED' },
      ]);
      expect(await recordedOf()).toHaveLength(1);
    });

    it('is refused when it says something else under the same id', async () => {
      await handle(cloudEvent(reportOf()));
      const other = cloudEvent(reportOf({ reportId: SECOND, amount: 99 }));
      expect(codesOf(await handle(other))).toEqual([['MESSAGE_ID_REUSED', '/id']]);
      expect(await recordedOf()).toHaveLength(1);
    });

    it('is not hindered by another party that used the same source and id', async () => {
      const ofOthers = await agreementInForce(eventStore, MUNICIPALITY);
      const squatting = cloudEvent(reportOf({ agreementId: ofOthers }));
      expect(await handle(squatting, { actor: municipality })).toEqual({ kind: 'ACCEPTED' });
      expect(await handle(cloudEvent(reportOf()))).toEqual({ kind: 'ACCEPTED' });
    });
  });

  describe('whose token', () => {
    it('held when the broker wrote the message is heard, though it has ended since', async () => {
      const late = { now: '2026-12-24T09:00:00Z' };
      expect(await handle(cloudEvent(reportOf()), late)).toEqual({ kind: 'ACCEPTED' });
    });

    it('had ended when the broker wrote the message is not', async () => {
      const late = { receivedAt: instant('2026-12-02T09:00:00Z'), now: '2026-12-02T09:00:00Z' };
      expect(codesOf(await handle(cloudEvent(reportOf()), late))).toEqual([['TOKEN_EXPIRED', undefined]]);
    });

    it.each([
      ['is missing', {}, 'TOKEN_MISSING'],
      ['is none', { authorization: 'Basic YTpi' }, 'TOKEN_MALFORMED'],
      ['is nonsense', { Authorization: 'Bearer x.y.z' }, 'TOKEN_MALFORMED'],
    ])('%s is not heard', async (_, headers: Record<string, string>, code) => {
      const outcome = await handle(cloudEvent(reportOf()), { headers });
      expect(codesOf(outcome)).toEqual([[code, undefined]]);
      expect(await recordedOf()).toEqual([]);
    });

    it('is not repeated in a refusal', async () => {
      const outcome = await handle('{}', { headers: { authorization: 'Bearer very.secret.token' } });
      expect(JSON.stringify(outcome)).not.toContain('secret');
    });

    it('cannot be checked at the moment is heard later', async () => {
      const broken = { verify: () => Promise.reject(new Error('connect ECONNREFUSED')) };
      const message = received(cloudEvent(reportOf()), { headers: { authorization: 'Bearer x.y.z' } });
      const trouble = await handler({ verifier: broken })
        .handle(message)
        .catch((error: unknown) => error);
      expect(trouble).toBeInstanceOf(IdentityProviderUnreachable);
      expect(isPassingTrouble(trouble)).toBe(true);
      expect(isPassingTrouble(new Error('anything else'))).toBe(false);
    });
  });

  describe('whose message is refused', () => {
    it('is told all that is wrong at once: the token and the form', async () => {
      const value = cloudEvent(reportOf({ amount: 'twelve', realisedOn: undefined }), { id: '' });
      expect(codesOf(await handle(value, { headers: {} }))).toEqual([
        ['TOKEN_MISSING', undefined],
        ['TEXT_TOO_SHORT', '/id'],
        ['FIELD_MISSING', '/data/realisedOn'],
        ['TYPE_WRONG', '/data/amount'],
      ]);
    });

    it('is told which rule said no and where, in the words of the API', async () => {
      expect(await handle(cloudEvent(reportOf({ realisedOn: '2026-11-22' })))).toEqual({
        kind: 'REFUSED',
        problems: [
          {
            code: 'REALISED_IN_FUTURE',
            field: '/data/realisedOn',
            message: {
              nl: '2026-11-22 moet nog komen; vandaag is het 2026-11-21. Meld wat er al is.',
              en: '2026-11-22 is yet to come; today is 2026-11-21. Report what is there.',
            },
          },
        ],
      });
    });

    it('is held to the day on which the broker wrote it, in Amsterdam', async () => {
      const message = cloudEvent(reportOf({ realisedOn: '2026-11-22' }));
      const now = '2026-11-30T09:00:00Z';
      const before = await handle(message, { now, receivedAt: instant('2026-11-21T22:59:59Z') });
      expect(codesOf(before)).toEqual([['REALISED_IN_FUTURE', '/data/realisedOn']]);
      const after = await handle(message, { now, receivedAt: instant('2026-11-21T23:00:00Z') });
      expect(after).toEqual({ kind: 'ACCEPTED' });
    });

    it.each([
      [{ amount: 0 }, 'AMOUNT_NOT_POSITIVE', '/data/amount'],
      [{ commitmentId: uuidOf('commitment:none') }, 'COMMITMENT_UNKNOWN', '/data/commitmentId'],
      [{ evidence: 'mail jan@example.org' }, 'PERSONAL_DATA_SUSPECTED', '/data/evidence'],
      [{ effectiveAt: '2027-01-01T00:00:00Z' }, 'EFFECTIVE_TIME_AHEAD', '/data/effectiveAt'],
      [{ effectiveAt: '2026-10-16 09:30:00Z' }, 'INSTANT_INVALID', '/data/effectiveAt'],
    ])('is told so with %j', async (data, code, field) => {
      expect(codesOf(await handle(cloudEvent(reportOf(data))))).toEqual([[code, field]]);
    });

    it('cannot find out whether an agreement of others is there', async () => {
      const outsider = someone({ partyId: uuidOf('party:outsider') as Actor['partyId'] });
      const there = await handle(cloudEvent(reportOf()), { actor: outsider });
      const notThere = await handle(cloudEvent(reportOf({ agreementId: uuidOf('agreement:none') })), {
        actor: outsider,
      });
      expect(codesOf(there)).toEqual([['NOT_A_PARTY', undefined]]);
      expect(notThere).toEqual(there);
    });
  });

  it('is never refused because the store cannot write: its message comes again', async () => {
    await eventStore.close();
    await expect(handle(cloudEvent(reportOf()))).rejects.toBeInstanceOf(EventStoreUnavailable);
  });

  it('gets an answer to whatever it sends', async () => {
    const noise = oneof(jsonValue(), constantFrom(0, -1, '', 'x', null));
    const data = dictionary(constantFrom(...Object.keys(reportOf()), 'reason', 'correctsReportId'), noise);
    const texts = oneof(
      string(),
      data.map((changes) => cloudEvent(changes)),
      data.map((changes) => cloudEvent(reportOf(changes), { type: CORRECTION })),
      data.map((changes) => cloudEvent(reportOf(changes))),
    );
    await assert(
      asyncProperty(texts, async (text) => {
        const { kind } = await handle(text);
        expect(['ACCEPTED', 'REPEATED', 'REFUSED']).toContain(kind);
      }),
    );
  });
});

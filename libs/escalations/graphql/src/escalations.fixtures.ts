import { escalationCommandHandler, escalationPolicy } from '@intekenboek/escalations-application';
import { escalationIdOf } from '@intekenboek/escalations-domain';
import {
  CaseLedgerStore,
  escalationReadModel,
  EscalationStore,
  PartyDirectoryStore,
} from '@intekenboek/escalations-read-model';
import { InMemoryEventStore } from '@intekenboek/event-sourcing-adapter-memory';
import {
  type Actor,
  type CalendarDate,
  calendarDate,
  type FeedPosition,
  instant,
  type PartyId,
  type PartyKind,
  type Role,
  ROLES,
  uuidOf,
} from '@intekenboek/event-sourcing-core';
import { someone, StoppedClock } from '@intekenboek/event-sourcing-testing';
import type {
  AgreementId,
  CommitmentId,
  CommitmentV1,
  IntegrationEvent,
  IntegrationTranslator,
  Subject,
  TargetId,
  VerdictV1,
} from '@intekenboek/messaging-contracts';
import { EVENT_STORE } from '@intekenboek/platform-nest';
import { type Database, ReadModelEngine } from '@intekenboek/platform-sql';
import { startTestApi, type TestApi } from '@intekenboek/platform-testing';
import { ReferenceDataModule } from '@intekenboek/reference-data-graphql';

import { EscalationsModule } from './escalations.module';
import { ESCALATION_STORE } from './tokens';

/** Stands for the other contexts: a stored event of this type says what they would publish of it. */
const OTHERS: IntegrationTranslator = {
  eventTypes: ['Told'],
  translate: ({ data }) => [data as IntegrationEvent],
};

const PARTIES = {
  'De Sleutel': ['CORPORATION', null],
  'Gemeente Amsterdam': ['MUNICIPALITY', 'GM0363'],
  'Zorg Dichtbij': ['CARE_PROVIDER', null],
  'Provincie Noord-Holland': ['PROVINCE', 'PV27'],
  'Provincie Zuid-Holland': ['PROVINCE', 'PV28'],
  'Landelijk programma': ['NATIONAL_PROGRAMME', 'NL'],
  Ministerie: ['MINISTRY', 'NL'],
  'Bouwer Buiten': ['DEVELOPER', null],
} as const satisfies Record<string, readonly [PartyKind, string | null]>;
export type PartyName = keyof typeof PARTIES;

export const partyIdOf = (name: PartyName) => uuidOf(name) as PartyId;
export function actorOf(name: PartyName, roles: readonly Role[] = ROLES): Actor {
  const [partyKind, territory] = PARTIES[name];
  return someone({ partyId: partyIdOf(name), partyKind, territory, roles });
}

const agreementId = uuidOf('agreement') as AgreementId;
const commitmentId = (name: string) => uuidOf(name) as CommitmentId;
export const commitment = (name: string): Subject => ({
  kind: 'COMMITMENT',
  agreementId,
  commitmentId: commitmentId(name),
});
const targetId = uuidOf('taakstelling') as TargetId;
const taakstelling: Subject = { kind: 'TARGET', targetId, territory: 'GM0363' };

/** De Sleutel owes Amsterdam dwellings, and they lag. */
export const verdict = (name: string, changes: Partial<VerdictV1> = {}): VerdictV1 => ({
  subject: commitment(name),
  asOf: calendarDate('2026-07-01'),
  state: 'LAGGING',
  expected: 100,
  realised: 40,
  confirmed: 30,
  disputed: 0,
  ratio: 0.4,
  forecast: 80,
  attribution: null,
  ruleVersion: 'GENERAL-2021',
  inputs: { reports: [{ amount: 40 }], path: [] },
  unit: 'DWELLINGS',
  territory: 'GM0363',
  debtorId: partyIdOf('De Sleutel'),
  creditorIds: [partyIdOf('Gemeente Amsterdam')],
  route: 'AGREED',
  halfYear: null,
  ...changes,
});

export const waitingFor = (root: string, name: string): VerdictV1 =>
  verdict(name, {
    state: 'BLOCKED',
    debtorId: partyIdOf('Zorg Dichtbij'),
    attribution: {
      partyId: partyIdOf('De Sleutel'),
      commitmentId: commitmentId(root),
      chain: [commitmentId(name), commitmentId(root)],
    },
  });

export const missed: VerdictV1 = verdict('', {
  subject: taakstelling,
  state: 'MISSED',
  unit: 'PERSONS',
  debtorId: null,
  creditorIds: [],
  route: 'STATUTORY',
  halfYear: '2026-H1',
});

export const caseId = (name: string) => escalationIdOf('AGREED', commitment(name), '2026-H2');
export const placementId = escalationIdOf('STATUTORY', taakstelling, '2026-H1');

const NAMES: readonly IntegrationEvent[] = [
  ...Object.entries(PARTIES).map(([name, [kind, territory]]): IntegrationEvent => ({
    type: 'parties.party-registered.v1',
    data: {
      partyId: partyIdOf(name as PartyName),
      kind,
      name,
      territory,
      workingArea: [],
      validFrom: calendarDate('2021-01-01'),
    },
  })),
  {
    type: 'agreements.agreement-drafted.v1',
    data: {
      agreementId,
      kind: 'LOCAL',
      title: 'Prestatieafspraken Amsterdam',
      signatoryIds: [],
      from: calendarDate('2026-01-01'),
      until: calendarDate('2026-12-31'),
      visibility: 'PARTIES',
    },
  },
  ...['Honderd woningen', 'Dertig zorgplekken'].map((text): IntegrationEvent => ({
    type: 'agreements.commitment-recorded.v1',
    data: { agreementId, commitment: { commitmentId: commitmentId(text), text } as CommitmentV1 },
  })),
  {
    type: 'targets.target-set.v1',
    data: {
      targetId,
      name: 'de taakstelling vergunninghouders',
      resultKind: 'PERSONS_HOUSED',
      unit: 'PERSONS',
      territory: 'NL',
      from: calendarDate('2026-01-01'),
      until: calendarDate('2026-06-30'),
      quantity: 1_000,
      milestones: [],
      realisedBy: 'RECORDED',
      route: 'STATUTORY',
      halfYear: '2026-H1',
    },
  },
];

/** The API on a log in memory and read models in PGlite, with the policy beside it. */
export interface EscalationsBench {
  readonly api: TestApi;
  readonly clock: StoppedClock;
  /** Runs the policy and waits until it can be read. */
  readonly run: (day: string, ...verdicts: readonly VerdictV1[]) => Promise<void>;
  readonly act: (mutation: string, who: Actor, input: object) => ReturnType<TestApi['ask']>;
  /** Asks after everything that was sent. */
  readonly ask: <Data>(query: string, who: Actor | null, variables?: object) => Promise<Data>;
  readonly close: () => Promise<void>;
}

export async function escalationsBench(database: Database): Promise<EscalationsBench> {
  const eventStore = new InMemoryEventStore();
  const clock = new StoppedClock(instant('2026-07-02T12:00:00Z'));
  await tell(eventStore);
  const readModel = escalationReadModel(OTHERS);
  const engine = await ReadModelEngine.open({ database, eventStore, readModels: [readModel] });
  engine.start();
  const handle = engine.handle(readModel);
  const api = await startTestApi({
    imports: [ReferenceDataModule, EscalationsModule],
    providers: [
      { provide: EVENT_STORE, useValue: eventStore },
      { provide: ESCALATION_STORE, useValue: new EscalationStore(handle) },
    ],
    clock,
    gate: { waitFor: (position, timeoutMs) => handle.waitFor(position, timeoutMs) },
  });
  const policy = escalationPolicy({
    handle: escalationCommandHandler(eventStore),
    ledger: new CaseLedgerStore(handle),
    directory: new PartyDirectoryStore(handle),
    nationalProgrammeId: partyIdOf('Landelijk programma'),
  });
  const caughtUp = async () => handle.waitFor(await eventStore.head(), 5_000);
  let sent = 0;
  return {
    api,
    clock,
    run: async (day, ...verdicts) => {
      const asOf: CalendarDate = calendarDate(day);
      await caughtUp();
      const at = instant(`${day}T08:00:00Z`);
      await policy({ verdicts: verdicts.map((one) => ({ ...one, asOf })), asOf, at, effectiveAt: at });
      clock.set(`${day}T12:00:00Z`);
      await caughtUp();
    },
    act: (mutation, actor, input) => {
      const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
      const commandId = uuidOf(`sent ${(sent += 1)}`);
      const query = `mutation ($input: ${type}!) { ${mutation}(input: $input) { id revision position unchanged } }`;
      return api.ask(query, { variables: { input: { commandId, ...input } }, actor });
    },
    ask: async <Data>(query: string, actor: Actor | null, variables: object = {}) => {
      await caughtUp();
      const { data, errors } = await api.ask<Data>(query, { variables, actor });
      if (errors !== undefined) throw new Error(JSON.stringify(errors));
      return data;
    },
    close: async () => {
      await api.close();
      await engine.stop();
    },
  };
}

async function tell(eventStore: InMemoryEventStore): Promise<FeedPosition> {
  const metadata = { commandId: '', commandHash: '', personId: '', partyId: '' };
  const effectiveAt = instant('2021-01-01T00:00:00Z');
  const events = NAMES.map((data, index) => ({
    eventId: uuidOf(`told ${index}`),
    type: 'Told',
    data,
    effectiveAt,
  }));
  return (await eventStore.append('told-names', events, 'no-stream', metadata)).position;
}

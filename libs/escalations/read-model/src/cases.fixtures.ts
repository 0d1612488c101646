import {
  escalationCommandHandler,
  escalationPolicy,
  type HandleEscalationCommand,
} from '@intekenboek/escalations-application';
import {
  type EscalationCommand,
  type EscalationId,
  escalationIdOf,
  type PartyCommand,
  policyActor,
  type PolicyCommand,
} from '@intekenboek/escalations-domain';
import { InMemoryEventStore } from '@intekenboek/event-sourcing-adapter-memory';
import {
  type Actor,
  type CalendarDate,
  calendarDate,
  type EventStore,
  FEED_START,
  instant,
  type PartyId,
  type PartyKind,
  type RecordedEvent,
  uuidOf,
} from '@intekenboek/event-sourcing-core';
import { commandMeta, someone } from '@intekenboek/event-sourcing-testing';
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
import type { ReadModelHandle } from '@intekenboek/platform-sql';
import type { Kysely } from 'kysely';

import type { EscalationTables } from './escalation.tables';

/** Stands for the other contexts: a stored event of this type says what they would publish of it. */
export const OTHERS: IntegrationTranslator = {
  eventTypes: ['Told'],
  translate: ({ data }) => [data as IntegrationEvent],
};

const party = (name: string, partyKind: PartyKind, territory: string | null = null): Actor =>
  someone({ partyId: uuidOf(name) as PartyId, partyKind, territory });

export const corporation = party('De Sleutel', 'CORPORATION');
export const amsterdam = party('Amsterdam', 'MUNICIPALITY', 'GM0363');
export const weesp = party('Weesp', 'MUNICIPALITY', 'GM0457');
export const care = party('Zorg Dichtbij', 'CARE_PROVIDER');
export const noordHolland = party('Noord-Holland', 'PROVINCE', 'PV27');
export const zuidHolland = party('Zuid-Holland', 'PROVINCE', 'PV28');
export const programme = party('Landelijk programma', 'NATIONAL_PROGRAMME', 'NL');
export const ministry = party('Ministerie', 'MINISTRY', 'NL');
export const stranger = party('Vreemd', 'DEVELOPER');
const everyone = { corporation, amsterdam, weesp, care, noordHolland, zuidHolland, programme };

export const agreementId = uuidOf('agreement') as AgreementId;
export const commitmentId = (name: string) => uuidOf(name) as CommitmentId;
export const commitment = (name: string): Subject => ({
  kind: 'COMMITMENT',
  agreementId,
  commitmentId: commitmentId(name),
});
export const taakstelling = (halfYear: string): Subject => ({
  kind: 'TARGET',
  targetId: uuidOf(halfYear) as TargetId,
  territory: 'GM0363',
});

/** The corporation owes Amsterdam something that lags. */
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
  inputs: { reports: [{ amount: 40 }] },
  unit: 'DWELLINGS',
  territory: 'GM0363',
  debtorId: corporation.partyId,
  creditorIds: [amsterdam.partyId],
  route: 'AGREED',
  halfYear: null,
  ...changes,
});
export const waitingFor = (root: string, name: string): VerdictV1 =>
  verdict(name, {
    state: 'BLOCKED',
    debtorId: care.partyId,
    attribution: {
      partyId: corporation.partyId,
      commitmentId: commitmentId(root),
      chain: [commitmentId(name), commitmentId(root)],
    },
  });
export const missed = (halfYear: string): VerdictV1 =>
  verdict(halfYear, {
    subject: taakstelling(halfYear),
    state: 'MISSED',
    debtorId: null,
    creditorIds: [],
    route: 'STATUTORY',
    halfYear,
  });

export const idOf = (name: string): EscalationId => escalationIdOf('AGREED', commitment(name), '2026-H2');
export const placementIdOf = (halfYear: string): EscalationId =>
  escalationIdOf('STATUTORY', taakstelling(halfYear), halfYear);

type Wish<C extends EscalationCommand> = C extends EscalationCommand ? Omit<C, 'meta'> : never;

/** A log to which cases come as they do in the product: through the policy and through commands. */
export interface CaseLog {
  readonly eventStore: EventStore;
  readonly runOn: (day: string, ...verdicts: readonly VerdictV1[]) => Promise<unknown>;
  readonly send: (actor: Actor, day: string, wish: Wish<PartyCommand>) => Promise<unknown>;
  /** What the policy would ask, had it the ledger. */
  readonly ask: (day: string, wish: Wish<PolicyCommand>) => Promise<unknown>;
  readonly tell: (...messages: readonly IntegrationEvent[]) => Promise<void>;
  readonly recorded: () => Promise<readonly RecordedEvent[]>;
}

export function caseLog(eventStore: EventStore = new InMemoryEventStore()): CaseLog {
  const handle: HandleEscalationCommand = escalationCommandHandler(eventStore);
  const governing = new Map([
    ['GM0363', amsterdam.partyId],
    ['PV27', noordHolland.partyId],
  ]);
  const policy = escalationPolicy({
    handle,
    // Knows of nothing, so that everything is asked of the decider, as after a restart.
    ledger: { unresolvedCases: async () => [], placements: async () => [] },
    directory: { governing: async () => governing },
    nationalProgrammeId: programme.partyId,
  });
  const moment = (day: string) => instant(`${day}T08:00:00Z`);
  let told = 0;
  return {
    eventStore,
    runOn: (day, ...verdicts) => {
      const asOf: CalendarDate = calendarDate(day);
      return policy({ verdicts, asOf, at: moment(day), effectiveAt: moment(day) });
    },
    send: (actor, day, wish) =>
      handle({
        ...wish,
        meta: commandMeta({ actor, today: calendarDate(day), at: moment(day) }),
      }),
    ask: (day, wish) =>
      handle({
        ...wish,
        meta: commandMeta({
          actor: policyActor(programme.partyId),
          today: calendarDate(day),
          at: moment(day),
        }),
      }),
    tell: async (...messages) => {
      const metadata = { commandId: '', commandHash: '', personId: '', partyId: '' };
      for (const data of messages) {
        told += 1;
        const events = [
          { eventId: uuidOf(`told ${told}`), type: 'Told', data, effectiveAt: moment('2021-01-01') },
        ];
        await eventStore.append(`told-${told}`, events, 'no-stream', metadata);
      }
    },
    recorded: () => eventStore.readAll(FEED_START, 10_000),
  };
}

/** What the other contexts say: who is who, and what is called how. Weesp has gone on in Amsterdam. */
export const NAMES: readonly IntegrationEvent[] = [
  ...Object.entries(everyone).map(([name, { partyId, partyKind: kind, territory }]): IntegrationEvent => ({
    type: 'parties.party-registered.v1',
    data: { partyId, kind, name, territory, workingArea: [], validFrom: calendarDate('2021-01-01') },
  })),
  {
    type: 'parties.party-merged.v1',
    data: {
      partyId: weesp.partyId,
      successorIds: [amsterdam.partyId],
      mergedOn: calendarDate('2022-03-24'),
    },
  },
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
  {
    type: 'agreements.commitment-recorded.v1',
    data: {
      agreementId,
      commitment: { commitmentId: commitmentId('dwellings'), text: 'Honderd woningen' } as CommitmentV1,
    },
  },
  {
    type: 'targets.target-set.v1',
    data: {
      targetId: uuidOf('2025-H2') as TargetId,
      name: 'Taakstelling 2025-H2',
      resultKind: 'PERSONS_HOUSED',
      unit: 'PERSONS',
      territory: 'NL',
      from: calendarDate('2025-07-01'),
      until: calendarDate('2025-12-31'),
      quantity: 1_000,
      milestones: [],
      realisedBy: 'RECORDED',
      route: 'STATUTORY',
      halfYear: '2025-H2',
    },
  },
];

/** A handle on tables that never change. */
export const handleOf = (tables: Kysely<EscalationTables>): ReadModelHandle<EscalationTables> => ({
  tables: () => tables,
  position: () => FEED_START,
  waitFor: async () => undefined,
  cached: (_, compute) => compute(),
});

const reasons = 'Een plan met een datum per locatie.';

export const wishes = {
  respond: (escalationId: EscalationId): Wish<PartyCommand> => ({
    type: 'RespondToEscalation',
    data: {
      escalationId,
      reasonCode: 'CONTRACTOR',
      text: 'De aannemer is failliet.',
      evidenceReference: null,
      recoveryOn: null,
    },
  }),
  giveView: (escalationId: EscalationId): Wish<PartyCommand> => ({
    type: 'GiveView',
    data: { escalationId, text: 'Dat is ons anders verteld.' },
  }),
  decide: (escalationId: EscalationId): Wish<PartyCommand> => ({
    type: 'DecideEscalation',
    data: { escalationId, instrument: 'RECOVERY_PLAN', reasons, recoverBy: null },
  }),
  accept: (escalationId: EscalationId, rung: number): Wish<PartyCommand> => ({
    type: 'AcceptProposal',
    data: { escalationId, rung, reason: reasons, publicationReference: 'gmb-2026-1' },
  }),
  setAside: (escalationId: EscalationId): Wish<PartyCommand> => ({
    type: 'SetAsideProposal',
    data: { escalationId, reason: reasons, isExcusable: true, publicationReference: null },
  }),
};

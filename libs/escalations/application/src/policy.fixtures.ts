import { InMemoryEventStore } from '@intekenboek/event-sourcing-adapter-memory';
import {
  addDays,
  type CalendarDate,
  calendarDate,
  type EventStore,
  FEED_START,
  instant,
  type PartyId,
  type RecordedEvent,
  uuidOf,
} from '@intekenboek/event-sourcing-core';
import { decodeEscalationEvent, type EscalationEvent, subjectKey } from '@intekenboek/escalations-domain';
import type {
  AgreementId,
  CommitmentId,
  Subject,
  TargetId,
  VerdictV1,
} from '@intekenboek/messaging-contracts';

import type { CaseLedger, PlacementRecord, UnresolvedCase } from './case-ledger.port';
import { escalationCommandHandler } from './escalation.command-handler';
import { type EscalationPolicy, escalationPolicy, type PolicyReport } from './escalation.policy';
import type { PartyDirectory } from './party-directory.port';

export const CORPORATION = uuidOf('corporation') as PartyId;
export const CARE = uuidOf('care') as PartyId;
export const AMSTERDAM = uuidOf('GM0363') as PartyId;
export const NOORD_HOLLAND = uuidOf('PV27') as PartyId;
export const PROGRAMME = uuidOf('NL') as PartyId;

const GOVERNING = new Map([
  ['GM0363', AMSTERDAM],
  ['GM0014', uuidOf('GM0014') as PartyId],
  ['PV27', NOORD_HOLLAND],
  ['PV20', uuidOf('PV20') as PartyId],
]);

export const DIRECTORY: PartyDirectory = {
  governing: async (territories) =>
    new Map([...GOVERNING].filter(([territory]) => territories.includes(territory))),
};

export const agreementId = uuidOf('agreement') as AgreementId;
export const commitmentId = (name: string) => uuidOf(name) as CommitmentId;
export const commitment = (name: string): Subject => ({
  kind: 'COMMITMENT',
  agreementId,
  commitmentId: commitmentId(name),
});
export const taakstelling = (halfYear: string, territory = 'GM0363'): Subject => ({
  kind: 'TARGET',
  targetId: uuidOf(`taakstelling-${halfYear}`) as TargetId,
  territory,
});

export const TODAY = calendarDate('2026-07-01');

/** A verdict on a commitment of the corporation to Amsterdam. */
export const verdict = (name: string, changes: Partial<VerdictV1> = {}): VerdictV1 => ({
  subject: commitment(name),
  asOf: TODAY,
  state: 'LAGGING',
  expected: 100,
  realised: 40,
  confirmed: 30,
  disputed: 0,
  ratio: 0.4,
  forecast: 80,
  attribution: null,
  ruleVersion: 'GENERAL-2021',
  inputs: {},
  unit: 'DWELLINGS',
  territory: 'GM0363',
  debtorId: CORPORATION,
  creditorIds: [AMSTERDAM],
  route: 'AGREED',
  halfYear: null,
  ...changes,
});

/** A commitment of the care provider that waits for `root`, a commitment of the corporation. */
export const blockedBy = (root: string, name: string, changes: Partial<VerdictV1> = {}): VerdictV1 =>
  verdict(name, {
    state: 'BLOCKED',
    debtorId: CARE,
    attribution: {
      partyId: CORPORATION,
      commitmentId: commitmentId(root),
      chain: [commitmentId(name), commitmentId(root)],
    },
    ...changes,
  });

export const missed = (halfYear: string, changes: Partial<VerdictV1> = {}): VerdictV1 => {
  const { territory = 'GM0363' } = changes;
  return verdict(halfYear, {
    subject: taakstelling(halfYear, territory),
    state: 'MISSED',
    debtorId: null,
    creditorIds: [],
    route: 'STATUTORY',
    halfYear,
    ...changes,
  });
};

/** The ledger as it follows from the log, never behind. */
export function ledgerOf(eventStore: EventStore): CaseLedger {
  const cases = async () => {
    const byId = new Map<string, Entry>();
    for (const recorded of await eventStore.readAll(FEED_START, 100_000)) {
      const event = decodeEscalationEvent(recorded.type, recorded.data);
      const next = entryAfter(byId.get(event.data.escalationId), event);
      if (next === null) byId.delete(event.data.escalationId);
      else byId.set(event.data.escalationId, next);
    }
    return [...byId.values()];
  };
  return {
    unresolvedCases: async () =>
      (await cases()).filter((entry): entry is UnresolvedCase => !isPlacement(entry)),
    placements: async () => (await cases()).filter(isPlacement),
  };
}

type Entry = UnresolvedCase | PlacementRecord;

const isPlacement = (entry: Entry): entry is PlacementRecord => 'period' in entry;

function entryAfter(entry: Entry | undefined, { type, data }: EscalationEvent): Entry | null {
  if (type === 'EscalationRaised') {
    const { escalationId, subject, evidence, rung, termEndsOn } = data;
    const subjectKeys = evidence.map((item) => subjectKey(item.subject));
    return { escalationId, subject, subjectKeys, rung, termEndsOn, isOverdue: false };
  }
  if (type === 'PlacementProposed') {
    const { escalationId, subject, territory, period } = data;
    return { escalationId, subject, territory, period, status: 'PROPOSED', rung: null, isExcusable: false };
  }
  if (entry === undefined) throw new Error(`${type} came before the case.`);
  if (isPlacement(entry)) return placementAfter(entry, { type, data } as EscalationEvent);
  if (type === 'EscalationMovedUp') return { ...entry, rung: data.rung, termEndsOn: data.termEndsOn };
  if (type === 'EscalationBecameOverdue') return { ...entry, isOverdue: true };
  if (type === 'EscalationDecided') return { ...entry, termEndsOn: null };
  if (type === 'EscalationResolved') return null;
  if (type !== 'EscalationSubjectsAdded') return entry;
  const added = data.evidence.map((item) => subjectKey(item.subject));
  return { ...entry, subjectKeys: [...entry.subjectKeys, ...added] };
}

function placementAfter(entry: PlacementRecord, { type, data }: EscalationEvent): PlacementRecord {
  if (type === 'PlacementAccepted') return { ...entry, status: 'PLACED', rung: data.rung };
  if (type === 'PlacementSetAside') return { ...entry, status: 'SET_ASIDE', isExcusable: data.isExcusable };
  return type === 'EscalationResolved' ? { ...entry, status: 'LAPSED' } : entry;
}

export interface PolicyBench {
  readonly eventStore: EventStore;
  /** One more instance of the policy on the same log, with nothing remembered. */
  readonly newPolicy: () => EscalationPolicy;
  readonly runOn: (asOf: CalendarDate, ...verdicts: readonly VerdictV1[]) => Promise<PolicyReport>;
  readonly handle: ReturnType<typeof escalationCommandHandler>;
  readonly recorded: () => Promise<readonly RecordedEvent[]>;
  readonly events: () => Promise<readonly EscalationEvent[]>;
}

export const runAt = (asOf: CalendarDate, verdicts: readonly VerdictV1[]) => ({
  verdicts: verdicts.map((item) => ({ ...item, asOf })),
  asOf,
  at: instant(`${addDays(asOf, 1)}T08:00:00Z`),
  effectiveAt: instant(`${asOf}T08:00:00Z`),
});

export function policyBench(ledger: (eventStore: EventStore) => CaseLedger = ledgerOf): PolicyBench {
  const eventStore = new InMemoryEventStore();
  const newPolicy = () =>
    escalationPolicy({
      handle: escalationCommandHandler(eventStore),
      ledger: ledger(eventStore),
      directory: DIRECTORY,
      nationalProgrammeId: PROGRAMME,
    });
  const policy = newPolicy();
  const recorded = () => eventStore.readAll(FEED_START, 100_000);
  return {
    eventStore,
    newPolicy,
    runOn: (asOf, ...verdicts) => policy(runAt(asOf, verdicts)),
    handle: escalationCommandHandler(eventStore),
    recorded,
    events: async () => (await recorded()).map(({ type, data }) => decodeEscalationEvent(type, data)),
  };
}

import {
  type Actor,
  calendarDate,
  type CommandMeta,
  instant,
  type PartyId,
  type PartyKind,
  type PersonId,
  type Role,
  uuidOf,
} from '@intekenboek/event-sourcing-core';

import type { EscalationCommand, ProposePlacement, RaiseEscalation } from './escalation.commands';
import type { Evidence } from './evidence';
import type { AgreementId, CommitmentId, TargetId } from './ids';
import { policyActor } from './policy-actor';
import { escalationIdOf, type Subject } from './subject';

export const CORPORATION = uuidOf('corporation') as PartyId;
export const MUNICIPALITY = uuidOf('municipality') as PartyId;
export const PROVINCE = uuidOf('province') as PartyId;
export const PROGRAMME = uuidOf('programme') as PartyId;
export const TENANTS = uuidOf('tenants') as PartyId;
export const CARE = uuidOf('care') as PartyId;
export const STRANGER = uuidOf('stranger') as PartyId;

const KINDS = new Map<PartyId, readonly [PartyKind, string | null]>([
  [CORPORATION, ['CORPORATION', null]],
  [MUNICIPALITY, ['MUNICIPALITY', 'GM0363']],
  [PROVINCE, ['PROVINCE', 'PV27']],
  [PROGRAMME, ['NATIONAL_PROGRAMME', 'NL']],
  [TENANTS, ['TENANTS_ORGANISATION', null]],
  [CARE, ['CARE_PROVIDER', null]],
]);

const EVERY_ROLE: readonly Role[] = ['DRAFTER', 'SIGNATORY', 'REPORTER', 'REVIEWER', 'ADMIN'];

export function actorOf(partyId: PartyId, ...roles: readonly Role[]): Actor {
  const [partyKind, territory] = KINDS.get(partyId) ?? ['DEVELOPER', null];
  const personId = `person-of-${partyId}` as PersonId;
  return { personId, partyId, partyKind, territory, roles: roles.length === 0 ? EVERY_ROLE : roles };
}

export const POLICY = policyActor(PROGRAMME);

export const RAISED_ON = calendarDate('2026-07-01');
const MOMENT = instant('2026-07-01T08:00:00Z');

/** A command as it comes in: who acts on which day. */
export function told<C extends EscalationCommand>(
  type: C['type'],
  data: C['data'],
  actor: Actor,
  today = RAISED_ON,
): C {
  const meta: CommandMeta = {
    commandId: uuidOf('command'),
    actor,
    at: MOMENT,
    today,
    effectiveAt: MOMENT,
  };
  return { type, data, meta } as C;
}

export const agreementId = uuidOf('agreement') as AgreementId;
export const PERMITS = uuidOf('permits') as CommitmentId;
export const DWELLINGS = uuidOf('dwellings') as CommitmentId;
export const CARE_PLACES = uuidOf('care-places') as CommitmentId;

export const commitment = (commitmentId: CommitmentId): Subject => ({
  kind: 'COMMITMENT',
  agreementId,
  commitmentId,
});
export const taakstelling = (halfYear: string, territory = 'GM0363'): Subject => ({
  kind: 'TARGET',
  targetId: uuidOf(`taakstelling-${halfYear}`) as TargetId,
  territory,
});

/** A verdict on a commitment of the corporation, owed to the municipality and the tenants. */
export const verdict = (changes: Partial<Evidence> = {}): Evidence => ({
  subject: commitment(DWELLINGS),
  asOf: RAISED_ON,
  state: 'LAGGING',
  expected: 100,
  realised: 40,
  confirmed: 30,
  disputed: 0,
  ratio: 0.4,
  forecast: 80,
  attribution: null,
  ruleVersion: 'GENERAL-2021',
  inputs: { path: [{ on: '2026-07-01', cumulative: 100 }], reports: [{ amount: 40 }] },
  unit: 'DWELLINGS',
  territory: 'GM0363',
  debtorId: CORPORATION,
  creditorIds: [MUNICIPALITY, TENANTS],
  route: 'AGREED',
  halfYear: null,
  ...changes,
});

/** A commitment that waits for the dwellings of the corporation. */
export const blockedVerdict = (commitmentId: CommitmentId, changes: Partial<Evidence> = {}): Evidence =>
  verdict({
    subject: commitment(commitmentId),
    state: 'BLOCKED',
    debtorId: CARE,
    creditorIds: [MUNICIPALITY],
    attribution: { partyId: CORPORATION, commitmentId: DWELLINGS, chain: [commitmentId, DWELLINGS] },
    ...changes,
  });

export const taakstellingVerdict = (halfYear: string, changes: Partial<Evidence> = {}): Evidence =>
  verdict({
    subject: taakstelling(halfYear),
    state: 'MISSED',
    unit: 'PERSONS',
    debtorId: null,
    creditorIds: [],
    route: 'STATUTORY',
    halfYear,
    ...changes,
  });

export const PERIOD = '2026-H2';
export const escalationId = escalationIdOf('AGREED', commitment(DWELLINGS), PERIOD);
export const placementId = escalationIdOf('STATUTORY', taakstelling('2026-H1'), '2026-H1');

/** The deciding parties of every rung, as the policy resolves them for Amsterdam. */
export const RUNG_DECIDERS = [
  { number: 1, partyIds: [MUNICIPALITY, TENANTS] },
  { number: 2, partyIds: [MUNICIPALITY] },
  { number: 3, partyIds: [PROVINCE] },
  { number: 4, partyIds: [PROGRAMME] },
];

export const raiseCase = (changes: Partial<RaiseEscalation['data']> = {}): RaiseEscalation =>
  told<RaiseEscalation>(
    'RaiseEscalation',
    {
      escalationId,
      subject: commitment(DWELLINGS),
      period: PERIOD,
      respondingPartyId: CORPORATION,
      evidence: [verdict()],
      rungs: RUNG_DECIDERS,
      ...changes,
    },
    POLICY,
  );

export const proposePlacement = (changes: Partial<ProposePlacement['data']> = {}): ProposePlacement =>
  told<ProposePlacement>(
    'ProposePlacement',
    {
      escalationId: placementId,
      subject: taakstelling('2026-H1'),
      period: '2026-H1',
      municipalityId: MUNICIPALITY,
      provinceId: PROVINCE,
      evidence: [taakstellingVerdict('2026-H1')],
      missedPeriods: ['2026-H1'],
      previousRung: null,
      ...changes,
    },
    POLICY,
  );

import {
  type Actor,
  calendarDate,
  type Clock,
  instant,
  type Instant,
  type Message,
  type PartyId,
  type PartyKind,
  type PersonId,
  uuidOf,
} from '@intekenboek/event-sourcing-core';
import type { CommitmentV1, IntegrationEvent, IntegrationTranslator } from '@intekenboek/messaging-contracts';
import { recorded } from '@intekenboek/platform-sql-testing';

export const clock: Clock = {
  now: () => instant('2022-10-15T09:00:00.000Z'),
  today: () => calendarDate('2022-10-15'),
};

export const idOf = (name: string) => uuidOf(name);
const party = (name: string) => idOf(name) as PartyId;

const actor = (name: string, partyKind: PartyKind, territory: string | null): Actor => ({
  personId: 'person-1' as PersonId,
  partyId: party(name),
  partyKind,
  territory,
  roles: ['REPORTER'],
});
export const YMERE = actor('Ymere', 'CORPORATION', null);
export const AMSTERDAM = actor('Amsterdam', 'MUNICIPALITY', 'GM0363');
export const ROTTERDAM = actor('Rotterdam', 'MUNICIPALITY', 'GM0599');
export const NOORD_HOLLAND = actor('Noord-Holland', 'PROVINCE', 'PV27');
export const PROGRAMME = actor('Programma', 'NATIONAL_PROGRAMME', 'NL');

const events: Message[] = [];
const tell = <Type extends IntegrationEvent['type']>(
  type: Type,
  data: Extract<IntegrationEvent, { type: Type }>['data'],
) => events.push({ type, data });
const day = calendarDate;

for (const { partyId, partyKind: kind, territory } of [
  YMERE,
  AMSTERDAM,
  ROTTERDAM,
  NOORD_HOLLAND,
  PROGRAMME,
]) {
  const name = ['Ymere', 'Amsterdam', 'Rotterdam', 'Noord-Holland', 'Programma'].find(
    (each) => party(each) === partyId,
  );
  tell('parties.party-registered.v1', {
    ...{ partyId, kind, territory, name: name ?? '' },
    ...{ workingArea: [], validFrom: day('2021-01-01') },
  });
}

const promised = (name: string, inAgreement: string, changes: Partial<CommitmentV1>) =>
  tell('agreements.commitment-recorded.v1', {
    agreementId: idOf(inAgreement) as never,
    commitment: {
      commitmentId: idOf(name) as never,
      text: `${name} in words`,
      debtorId: YMERE.partyId,
      creditors: [AMSTERDAM.partyId],
      resultKind: 'DWELLINGS_DELIVERED',
      measure: { kind: 'AMOUNT', amount: 40 },
      unit: 'DWELLINGS',
      from: day('2022-01-01'),
      deadline: day('2025-12-31'),
      territory: 'GM0363',
      theme: null,
      targetGroups: ['STUDENTS'],
      priceSegment: null,
      dwellingKind: null,
      yearSlices: [],
      source: 'specs',
      countsTowards: [],
      ...changes,
    },
  });
const drafted = (name: string, visibility: 'PUBLIC' | 'PARTIES') =>
  tell('agreements.agreement-drafted.v1', {
    agreementId: idOf(name) as never,
    kind: 'LOCAL',
    title: `Afspraken ${name}`,
    signatoryIds: [YMERE.partyId, AMSTERDAM.partyId],
    from: day('2022-01-01'),
    until: day('2025-12-31'),
    visibility,
  });
const inForce = (name: string) =>
  tell('agreements.agreement-in-force.v1', {
    agreementId: idOf(name) as never,
    inForceFrom: day('2022-02-01'),
    contentHash: 'hash',
  });

drafted('open', 'PUBLIC');
promised('build', 'open', {});
promised('land', 'open', {
  debtorId: AMSTERDAM.partyId,
  creditors: [YMERE.partyId, 'PUBLIC'],
  measure: { kind: 'PROCESS_RESULT', result: 'land is ready' },
  resultKind: 'PROCESS_RESULT',
  unit: 'DONE',
  deadline: day('2022-09-01'),
});
tell('agreements.condition-recorded.v1', {
  agreementId: idOf('open') as never,
  condition: {
    conditionId: 'condition',
    dependentId: idOf('build') as never,
    prerequisiteId: idOf('land') as never,
    neededBy: day('2022-09-01'),
  },
});
inForce('open');

drafted('closed', 'PARTIES');
promised('house', 'closed', {
  resultKind: 'PERSONS_HOUSED',
  unit: 'PERSONS',
  measure: { kind: 'AMOUNT', amount: 20 },
  deadline: day('2022-12-31'),
  countsTowards: [idOf('2022-H2') as never],
});
inForce('closed');
tell('agreements.progress-reported.v1', {
  agreementId: idOf('closed') as never,
  commitmentId: idOf('house') as never,
  reportId: idOf('report') as never,
  amount: 6,
  realisedOn: day('2022-10-01'),
});

tell('targets.target-set.v1', {
  targetId: idOf('2022-H2') as never,
  name: 'Taakstelling 2022-H2',
  resultKind: 'PERSONS_HOUSED',
  unit: 'PERSONS',
  territory: 'NL',
  from: day('2022-07-01'),
  until: day('2022-12-31'),
  quantity: 300,
  milestones: [],
  realisedBy: 'RECORDED',
  route: 'STATUTORY',
  halfYear: '2022-H2',
});
const ofTarget = { targetId: idOf('2022-H2') as never };
tell('targets.target-apportioned.v1', {
  ...ofTarget,
  strategy: 'STATUTORY_CEIL',
  parts: [
    { territory: 'GM0363', quantity: 92 },
    { territory: 'GM0599', quantity: 184 },
  ],
});
tell('targets.backlog-recorded.v1', {
  ...ofTarget,
  on: day('2022-07-01'),
  parts: [{ territory: 'GM0363', quantity: 8 }],
});
tell('targets.realisation-recorded.v1', {
  ...ofTarget,
  upTo: day('2022-09-30'),
  parts: [{ territory: 'GM0363', quantity: 7 }],
});
tell('escalations.escalation-raised.v1', {
  escalationId: idOf('case') as never,
  route: 'AGREED',
  subject: { kind: 'COMMITMENT', agreementId: idOf('open') as never, commitmentId: idOf('land') as never },
  period: '2022-H2',
  rung: 1,
  respondingPartyIds: [AMSTERDAM.partyId],
});

/** All of it happened and was recorded on one day. */
export const HISTORY = recorded(events, { stream: 'told-1', at: '2022-02-01T09:00:00.000Z' as Instant });

export const translator: IntegrationTranslator = {
  eventTypes: [...new Set(events.map(({ type }) => type))],
  translate: ({ type, data }) => [{ type, data } as IntegrationEvent],
};

import { agreementIdOf } from '@intekenboek/agreements-application';
import {
  type AgreementCommand,
  agreementDecider,
  type AgreementEvent,
  type CommitmentId,
  type CommitmentWording,
  type Condition,
  type ConditionId,
  type PartyFacts,
  type ReportId,
} from '@intekenboek/agreements-domain';
import { calendarDate, instant } from '@intekenboek/event-sourcing-core';

import { demoActor } from './demo-commands';
import { careProviderId, corporationId, demoId, tenantsId, territoryPartyId } from './demo-ids';

export const CORPORATION = corporationId(0);
export const MUNICIPALITY = territoryPartyId('GM0394');
export const CARE_PROVIDER = careProviderId(0);
export const TENANTS = tenantsId('GM0394');

/** Fixed ids, so that the steps can be written out, and doing a step again has no second effect. */
export const walkId = (name: string): string => demoId(`walk-through:${name}`);

export const AGREEMENT = agreementIdOf(walkId('draft'));
export const BUILDING = walkId('building') as CommitmentId;
export const REPORT = walkId('report') as ReportId;
const LAND = walkId('land') as CommitmentId;

export const heading = {
  kind: 'LOCAL' as const,
  title: 'Samen bouwen aan de Ringvaart (oefening)',
  signatoryIds: [CORPORATION, MUNICIPALITY, CARE_PROVIDER, TENANTS],
  from: calendarDate('2026-01-01'),
  until: calendarDate('2028-12-31'),
  visibility: 'PARTIES' as const,
  legalBasis: null,
};

const everywhere = {
  from: heading.from,
  territory: 'GM0394',
  priceSegment: null,
  dwellingKind: null,
  source: 'Oefening',
  countsTowards: [],
};

export const wordings: readonly CommitmentWording[] = [
  {
    ...everywhere,
    commitmentId: LAND,
    text: 'De gemeente stelt een bouwrijpe locatie aan de Ringvaart beschikbaar.',
    debtorId: MUNICIPALITY,
    creditors: [CORPORATION],
    resultKind: 'LOCATIONS_MADE_AVAILABLE',
    measure: { kind: 'AMOUNT', amount: 1 },
    deadline: calendarDate('2026-12-31'),
    theme: 'MORE_SUPPLY',
    targetGroups: [],
    yearSlices: [],
  },
  {
    ...everywhere,
    commitmentId: BUILDING,
    text: 'De corporatie levert 24 sociale huurwoningen op.',
    debtorId: CORPORATION,
    creditors: [MUNICIPALITY, TENANTS],
    resultKind: 'DWELLINGS_DELIVERED',
    measure: { kind: 'AMOUNT', amount: 24 },
    deadline: heading.until,
    theme: 'MORE_SUPPLY',
    targetGroups: ['HOMELESS_PEOPLE'],
    dwellingKind: 'NEW_BUILD',
    yearSlices: [
      { year: 2026, amount: 6 },
      { year: 2027, amount: 8 },
      { year: 2028, amount: 10 },
    ],
  },
  {
    ...everywhere,
    commitmentId: walkId('care') as CommitmentId,
    text: 'De zorgaanbieder begeleidt acht mensen die in de nieuwe woningen gaan wonen.',
    debtorId: CARE_PROVIDER,
    creditors: [MUNICIPALITY, CORPORATION],
    resultKind: 'CARE_PLACES',
    measure: { kind: 'AMOUNT', amount: 8 },
    deadline: heading.until,
    theme: 'HOUSING_CARE_WORK',
    targetGroups: ['HOMELESS_PEOPLE'],
    yearSlices: [
      { year: 2027, amount: 4 },
      { year: 2028, amount: 4 },
    ],
  },
];

/** Land, then building. */
export const condition: Condition = {
  conditionId: walkId('condition') as ConditionId,
  dependentId: BUILDING,
  prerequisiteId: LAND,
  neededBy: calendarDate('2027-03-01'),
};

/** What the text will be hashed to: the same rules decide here as when the steps are done. */
export function hashOfText(): string {
  const actor = demoActor(CORPORATION, 'CORPORATION');
  const at = instant('2026-11-21T09:00:00Z');
  const meta = { commandId: walkId('hash'), actor, at, today: calendarDate('2026-11-21'), effectiveAt: at };
  const of = { agreementId: AGREEMENT };
  const commands: readonly AgreementCommand[] = [
    { type: 'DraftAgreement', data: { ...of, ...heading }, parties, meta },
    ...wordings.map((commitment) => ({ type: 'AddCommitment' as const, data: { ...of, commitment }, meta })),
    { type: 'AddCondition', data: { ...of, condition }, meta },
    { type: 'ProposeAgreement', data: of, meta },
  ];
  let state = agreementDecider.initialState;
  let last: AgreementEvent | undefined;
  for (const command of commands) {
    for (const event of agreementDecider.decide(command, state)) {
      state = agreementDecider.evolve(state, event);
      last = event;
    }
  }
  if (last?.type !== 'AgreementProposed') throw new Error('The text of the walk-through was not proposed.');
  return last.data.contentHash;
}

const known = { validFrom: calendarDate('2021-01-01'), endedOn: null, successorIds: [] };
const everyPlace = (partyId: PartyFacts['partyId'], kind: PartyFacts['kind']): PartyFacts => ({
  ...known,
  partyId,
  kind,
  territory: kind === 'MUNICIPALITY' ? 'GM0394' : null,
  workingArea: [],
});
const parties: readonly PartyFacts[] = [
  everyPlace(CORPORATION, 'CORPORATION'),
  everyPlace(MUNICIPALITY, 'MUNICIPALITY'),
  everyPlace(CARE_PROVIDER, 'CARE_PROVIDER'),
  everyPlace(TENANTS, 'TENANTS_ORGANISATION'),
];

import { calendarDate } from '@intekenboek/event-sourcing-core';

import {
  agreementIdOf,
  commitmentIdOf,
  type DemoAgreement,
  type DemoCommitment,
  type DemoEnding,
  promised,
} from './demo-agreement';
import { wholeBetween } from './demo-chance';
import { careOfficeId, careProviderId, corporationId, tenantsId, territoryPartyId } from './demo-ids';
import { nameOf } from './demo-parties';
import { STEP_FREE_DWELLINGS } from './demo-targets';
import { type InventedPlace, PLACES } from './invented.data';
import { signatoriesOf } from './long-agreement';

/** The year slice of 2026: small numbers, step-free homes, evictions prevented. Most are in force, some on their way. */
export function yearAgreement(place: InventedPlace): DemoAgreement {
  const name = `year:${place.municipality}`;
  const { municipality, corporations, pace } = place;
  const [first = 0, second = first] = corporations;
  const stepFree = wholeBetween(`${name}:step-free`, 8, 60);
  const evictions = wholeBetween(`${name}:evictions`, 5, 40);
  const whole = { from: '2026-01-01', deadline: '2026-12-31', territory: municipality };
  return {
    agreementId: agreementIdOf(name),
    title: `Jaarafspraken ${nameOf(municipality)} 2026 (demonstratie)`,
    kind: 'LOCAL',
    from: calendarDate('2026-01-01'),
    until: calendarDate('2026-12-31'),
    signedOn: calendarDate('2025-12-15'),
    visibility: place.dwellings > 600 ? 'PUBLIC' : 'PARTIES',
    legalBasis: 'Woningwet art. 44',
    signatories: signatoriesOf(place),
    commitments: [
      promised({
        id: commitmentIdOf(name, 'step-free'),
        text: `De corporatie maakt ${stepFree} bestaande woningen zonder treden bereikbaar.`,
        debtor: corporationId(first),
        creditors: [territoryPartyId(municipality), tenantsId(municipality)],
        resultKind: 'DWELLINGS_DELIVERED',
        measure: { kind: 'BAND', min: stepFree, max: stepFree + 10 },
        ...whole,
        theme: 'HOUSING_CARE_WORK',
        targetGroups: ['OLDER_PEOPLE'],
        dwellingKind: 'STEP_FREE',
        countsTowards: [STEP_FREE_DWELLINGS],
        pace,
      }),
      promised({
        id: commitmentIdOf(name, 'evictions'),
        text: `De corporatie voorkomt ${evictions} huisuitzettingen door vroeg contact bij achterstand.`,
        debtor: corporationId(second),
        creditors: [territoryPartyId(municipality), 'PUBLIC'],
        resultKind: 'EVICTIONS_PREVENTED',
        measure: { kind: 'AMOUNT', amount: evictions },
        ...whole,
        theme: 'PREVENTION',
        targetGroups: ['SOCIAL_URGENCY'],
        pace: 1.05,
      }),
      promised({
        id: commitmentIdOf(name, 'debt-help'),
        text: 'De gemeente zet vier voltijds medewerkers schuldhulp in voor huurders met achterstand.',
        debtor: territoryPartyId(municipality),
        creditors: [corporationId(second), tenantsId(municipality)],
        resultKind: 'FTE_DEPLOYED',
        measure: { kind: 'AMOUNT', amount: 4 },
        ...whole,
        theme: 'PREVENTION',
        pace: pace < 0.5 ? null : 1,
      }),
    ],
    conditions: [],
    ending: endingOf(place),
  };
}

const endingOf = (place: InventedPlace): DemoEnding => {
  const order = PLACES.indexOf(place);
  if (order % 9 === 4) return 'AWAITING_SIGNATURE';
  if (order % 9 === 7) return 'DRAFT';
  return order === 10 ? 'DECLINED' : 'IN_FORCE';
};

/** Care and housing in one agreement: a corporation builds clustered homes once the care office has contracted care. */
export function careAgreement(place: InventedPlace): DemoAgreement {
  const name = `care:${place.municipality}`;
  const { municipality, corporations } = place;
  const order = PLACES.indexOf(place);
  const [office, provider] = [careOfficeId(order % 3), careProviderId(order % 4)];
  return {
    agreementId: agreementIdOf(name),
    title: `Wonen en zorg ${nameOf(municipality)} 2025 tot en met 2027 (demonstratie)`,
    kind: 'LOCAL',
    from: calendarDate('2025-01-01'),
    until: calendarDate('2027-12-31'),
    signedOn: calendarDate('2024-12-10'),
    visibility: 'PARTIES',
    legalBasis: null,
    signatories: [
      ...signatoriesOf({ ...place, corporations: corporations.slice(-1) }),
      { partyId: provider, kind: 'CARE_PROVIDER', territory: null },
      { partyId: office, kind: 'CARE_OFFICE', territory: null },
    ],
    commitments: careCommitments(place),
    conditions: [
      {
        dependent: commitmentIdOf(name, 'clustered'),
        prerequisite: commitmentIdOf(name, 'contract'),
        neededBy: calendarDate('2025-10-01'),
      },
      {
        dependent: commitmentIdOf(name, 'guidance'),
        prerequisite: commitmentIdOf(name, 'clustered'),
        neededBy: calendarDate('2027-12-31'),
      },
    ],
    ending: 'IN_FORCE',
  };
}

function careCommitments(place: InventedPlace): readonly DemoCommitment[] {
  const name = `care:${place.municipality}`;
  const { municipality, corporations, pace } = place;
  const order = PLACES.indexOf(place);
  const [office, provider] = [careOfficeId(order % 3), careProviderId(order % 4)];
  const builder = corporationId(corporations.at(-1) ?? 0);
  const homes = wholeBetween(`${name}:homes`, 12, 48);
  const whole = {
    from: '2025-01-01',
    deadline: '2027-12-31',
    territory: municipality,
    theme: 'HOUSING_CARE_WORK',
  };
  return [
    promised({
      id: commitmentIdOf(name, 'contract'),
      text: `Het zorgkantoor contracteert zorg voor ${homes} plaatsen.`,
      debtor: office,
      creditors: [provider, builder],
      resultKind: 'CARE_PLACES',
      measure: { kind: 'AMOUNT', amount: homes },
      ...whole,
      deadline: '2025-09-30',
      targetGroups: ['OLDER_PEOPLE'],
      pace: order % 4 === 1 ? 0.3 : 1.2,
    }),
    promised({
      id: commitmentIdOf(name, 'clustered'),
      text: `De corporatie levert ${homes} geclusterde woningen op.`,
      debtor: builder,
      creditors: [provider, territoryPartyId(municipality)],
      resultKind: 'DWELLINGS_DELIVERED',
      measure: { kind: 'AMOUNT', amount: homes },
      ...whole,
      targetGroups: ['OLDER_PEOPLE'],
      dwellingKind: 'CLUSTERED',
      pace: order % 4 === 1 ? 0.1 : pace,
    }),
    promised({
      id: commitmentIdOf(name, 'guidance'),
      text: `De zorgaanbieder begeleidt ${Math.round(homes / 3)} mensen die beschermd wonen verlaten.`,
      debtor: provider,
      creditors: [territoryPartyId(municipality), builder],
      resultKind: 'CARE_PLACES',
      measure: { kind: 'AMOUNT', amount: Math.round(homes / 3) },
      ...whole,
      targetGroups: ['LEAVING_SHELTERED_HOUSING'],
      pace: order % 5 === 3 ? null : pace,
    }),
  ];
}

import { calendarDate } from '@intekenboek/event-sourcing-core';

import {
  agreementIdOf,
  commitmentIdOf,
  type DemoAgreement,
  type DemoCommitment,
  type DemoSignatory,
  evenly,
  promised,
} from './demo-agreement';
import { wholeBetween } from './demo-chance';
import { corporationId, tenantsId, territoryPartyId } from './demo-ids';
import { nameOf } from './demo-parties';
import { SOCIAL_DWELLINGS } from './demo-targets';
import type { InventedPlace } from './invented.data';

const YEARS = [2024, 2025, 2026, 2027];
const TERM = { from: '2024-01-01', deadline: '2027-12-31' };

/**
 * A four-year local agreement: several corporations and a federation of tenants; land, then building; a cap and a share
 * on allocations; the last corporation bound to new stock only and from a later year, where there are four or more.
 */
export function longAgreement(place: InventedPlace): DemoAgreement {
  const name = `long:${place.municipality}`;
  const { municipality } = place;
  const builders = place.corporations.map((index, order) => ({
    index,
    order,
    isLate: order === place.corporations.length - 1 && place.corporations.length > 3,
  }));
  return {
    agreementId: agreementIdOf(name),
    title: `Prestatieafspraken ${nameOf(municipality)} 2024 tot en met 2027 (demonstratie)`,
    kind: 'LOCAL',
    from: calendarDate('2024-01-01'),
    until: calendarDate('2027-12-31'),
    signedOn: calendarDate('2023-12-14'),
    visibility: 'PUBLIC',
    legalBasis: 'Woningwet art. 44',
    signatories: signatoriesOf(place),
    commitments: [
      land(name, place),
      ...builders.map((builder) => building(name, place, builder)),
      cap(name, place),
      share(name, place),
      persons(name, place),
      evaluation(name, place),
      participation(name, place),
    ],
    conditions: builders
      .filter(({ isLate }) => !isLate)
      .map(({ index }) => ({
        dependent: commitmentIdOf(name, `building:${index}`),
        prerequisite: commitmentIdOf(name, 'land'),
        neededBy: calendarDate('2024-10-01'),
      })),
    ending: 'IN_FORCE',
  };
}

export const signatoriesOf = ({ municipality, corporations }: InventedPlace): readonly DemoSignatory[] => [
  { partyId: territoryPartyId(municipality), kind: 'MUNICIPALITY', territory: municipality },
  ...corporations.map((index) => ({
    partyId: corporationId(index),
    kind: 'CORPORATION' as const,
    territory: null,
  })),
  { partyId: tenantsId(municipality), kind: 'TENANTS_ORGANISATION', territory: null },
];

function land(name: string, { municipality, corporations, isLandLate }: InventedPlace): DemoCommitment {
  const locations = corporations.length + 1;
  return promised({
    id: commitmentIdOf(name, 'land'),
    text: `De gemeente stelt ${locations} bouwrijpe locaties beschikbaar aan de corporaties.`,
    debtor: territoryPartyId(municipality),
    creditors: corporations.map(corporationId),
    resultKind: 'LOCATIONS_MADE_AVAILABLE',
    measure: { kind: 'AMOUNT', amount: locations },
    from: TERM.from,
    deadline: '2024-09-30',
    territory: municipality,
    theme: 'MORE_SUPPLY',
    pace: isLandLate ? 0.4 : 1.3,
  });
}

function building(
  name: string,
  { municipality, corporations, dwellings, pace, isLandLate }: InventedPlace,
  { index, order, isLate }: { readonly index: number; readonly order: number; readonly isLate: boolean },
): DemoCommitment {
  const whole = Math.max(8, Math.round(dwellings / corporations.length / 4) * 4);
  const years = isLate ? [2027] : YEARS;
  const owed = isLate ? Math.round(whole / 4) : whole;
  return promised({
    id: commitmentIdOf(name, `building:${index}`),
    text: isLate
      ? `De corporatie levert ${owed} sociale huurwoningen op in 2027; tot dan bindt de overeenkomst haar niet tot oplevering.`
      : `De corporatie levert ${owed} sociale huurwoningen op in de jaren 2024 tot en met 2027.`,
    debtor: corporationId(index),
    creditors: [territoryPartyId(municipality), tenantsId(municipality)],
    resultKind: 'DWELLINGS_DELIVERED',
    measure: { kind: 'AMOUNT', amount: owed },
    from: isLate ? '2027-01-01' : TERM.from,
    deadline: TERM.deadline,
    territory: municipality,
    theme: 'MORE_SUPPLY',
    dwellingKind: 'NEW_BUILD',
    slices: evenly(owed, years),
    countsTowards: [SOCIAL_DWELLINGS],
    // Without land nothing can be built: the first builder of a late municipality stands still.
    pace: isLate
      ? null
      : isLandLate && order === 0
        ? 0.1
        : pace + wholeBetween(`${name}:${index}`, -12, 12) / 100,
    ...(order === 1 && { disputed: 2 }),
  });
}

function cap(name: string, { municipality, corporations, dwellings }: InventedPlace): DemoCommitment {
  const most = Math.max(40, Math.round(dwellings / 3));
  return promised({
    id: commitmentIdOf(name, 'cap'),
    text: `Ten hoogste ${most} vrijkomende woningen gaan in vier jaar met voorrang naar mensen uit kwetsbare groepen.`,
    debtor: corporationId(corporations[0] ?? 0),
    creditors: [territoryPartyId(municipality), tenantsId(municipality)],
    resultKind: 'DWELLINGS_ALLOCATED',
    measure: { kind: 'MAXIMUM', amount: most },
    from: TERM.from,
    deadline: TERM.deadline,
    territory: municipality,
    theme: 'BALANCED_DISTRIBUTION',
    targetGroups: ['HOMELESS_PEOPLE', 'SOCIAL_URGENCY', 'LEAVING_SHELTERED_HOUSING'],
    slices: evenly(most, YEARS),
    pace: 0.9,
  });
}

const share = (name: string, { municipality, corporations, pace }: InventedPlace): DemoCommitment =>
  promised({
    id: commitmentIdOf(name, 'share'),
    text: 'Twee derde van de vrijkomende sociale huurwoningen gaat naar reguliere woningzoekenden.',
    debtor: corporationId(corporations[1] ?? 0),
    creditors: [territoryPartyId(municipality), tenantsId(municipality)],
    resultKind: 'ALLOCATION_SHARE',
    measure: {
      kind: 'SHARE',
      percent: 66,
      denominator: 'alle toewijzingen van sociale huurwoningen in het jaar',
    },
    from: TERM.from,
    deadline: TERM.deadline,
    territory: municipality,
    theme: 'BALANCED_DISTRIBUTION',
    targetGroups: ['REGULAR_HOME_SEEKERS'],
    pace: pace > 0.9 ? 1 : 0.9,
  });

const persons = (
  name: string,
  { municipality, corporations, dwellings, pace }: InventedPlace,
): DemoCommitment => {
  const amount = Math.max(12, Math.round(dwellings / 16) * 4);
  return promised({
    id: commitmentIdOf(name, 'persons'),
    text: `De corporatie huisvest ${amount} vergunninghouders.`,
    debtor: corporationId(corporations[0] ?? 0),
    creditors: [territoryPartyId(municipality)],
    resultKind: 'PERSONS_HOUSED',
    measure: { kind: 'AMOUNT', amount },
    from: TERM.from,
    deadline: TERM.deadline,
    territory: municipality,
    theme: 'BALANCED_DISTRIBUTION',
    targetGroups: ['STATUS_HOLDERS'],
    slices: evenly(amount, YEARS),
    pace: pace * 0.95,
  });
};

const evaluation = (name: string, { municipality, corporations }: InventedPlace): DemoCommitment =>
  promised({
    id: commitmentIdOf(name, 'evaluation'),
    text: 'De gemeente legt voor 1 juli 2025 een gezamenlijke tussenevaluatie voor aan alle partijen.',
    debtor: territoryPartyId(municipality),
    creditors: [...corporations.map(corporationId), tenantsId(municipality)],
    resultKind: 'PROCESS_RESULT',
    measure: { kind: 'PROCESS_RESULT', result: 'Tussenevaluatie besproken met alle partijen' },
    from: '2025-01-01',
    deadline: '2025-06-30',
    territory: municipality,
    pace: municipality === 'GM0687' ? null : 1,
  });

const participation = (name: string, { municipality, corporations }: InventedPlace): DemoCommitment =>
  promised({
    id: commitmentIdOf(name, 'participation'),
    text: 'De federatie van huurders bespreekt elk bouwplan met haar achterban en geeft binnen zes weken haar oordeel.',
    debtor: tenantsId(municipality),
    creditors: corporations.map(corporationId),
    resultKind: 'PROCESS_RESULT',
    measure: { kind: 'EFFORT' },
    from: TERM.from,
    deadline: TERM.deadline,
    territory: municipality,
    theme: 'RESILIENT_NEIGHBOURHOOD',
    pace: null,
  });

import { calendarDate } from '@intekenboek/event-sourcing-core';
import { isTerritoryWithin, PROVINCES, territoryCode } from '@intekenboek/reference-data-facts';

import {
  agreementIdOf,
  commitmentIdOf,
  type DemoAgreement,
  type DemoCommitment,
  evenly,
  promised,
} from './demo-agreement';
import { corporationId, territoryPartyId } from './demo-ids';
import { type InventedPlace, PLACES } from './invented.data';

const YEARS = [2025, 2026, 2027, 2028, 2029, 2030];
const WHOLE = { from: '2025-01-01', deadline: '2030-12-31' };

/** A regional housing deal: the province and its municipalities, a share of new building, flex homes, pitches. */
export function regionalDeal(provinceCode: string): DemoAgreement {
  const name = `regional:${provinceCode}`;
  const places = PLACES.filter(({ municipality }) =>
    isTerritoryWithin(territoryCode(municipality), territoryCode(provinceCode), calendarDate('2025-01-01')),
  );
  const province = PROVINCES.find(({ code }) => code === provinceCode)?.name ?? provinceCode;
  const corporations = [...new Set(places.flatMap((place) => place.corporations))].slice(0, 4);
  return {
    agreementId: agreementIdOf(name),
    title: `Woondeal ${province} 2025 tot en met 2030 (demonstratie)`,
    kind: 'REGIONAL_DEAL',
    from: calendarDate('2025-01-01'),
    until: calendarDate('2030-12-31'),
    signedOn: calendarDate('2024-12-18'),
    visibility: 'PUBLIC',
    legalBasis: null,
    signatories: [
      { partyId: territoryPartyId(provinceCode), kind: 'PROVINCE', territory: provinceCode },
      ...places.map(({ municipality }) => ({
        partyId: territoryPartyId(municipality),
        kind: 'MUNICIPALITY' as const,
        territory: municipality,
      })),
      ...corporations.map((index) => ({
        partyId: corporationId(index),
        kind: 'CORPORATION' as const,
        territory: null,
      })),
    ],
    commitments: commitmentsOf(name, provinceCode, places, corporations),
    conditions: [],
    ending: 'IN_FORCE',
  };
}

const commitmentsOf = (
  name: string,
  provinceCode: string,
  places: readonly InventedPlace[],
  corporations: readonly number[],
): readonly DemoCommitment[] => {
  const municipalityIds = places.map(({ municipality }) => territoryPartyId(municipality));
  return [
    promised({
      id: commitmentIdOf(name, 'new-build-share'),
      text: 'Dertig procent van de nieuwbouw in de regio is sociale huur.',
      debtor: territoryPartyId(provinceCode),
      creditors: municipalityIds,
      resultKind: 'NEW_BUILD_SHARE',
      measure: {
        kind: 'SHARE',
        percent: 30,
        denominator: 'alle opgeleverde nieuwbouwwoningen in de regio',
      },
      ...WHOLE,
      territory: provinceCode,
      theme: 'BALANCED_DISTRIBUTION',
      pace: 0.85,
    }),
    ...corporations.slice(0, 2).map((index) =>
      promised({
        id: commitmentIdOf(name, `flex:${index}`),
        text: 'De corporatie plaatst 120 flexwoningen in de regio.',
        debtor: corporationId(index),
        creditors: [territoryPartyId(provinceCode), ...municipalityIds],
        resultKind: 'DWELLINGS_DELIVERED',
        measure: { kind: 'AMOUNT', amount: 120 },
        ...WHOLE,
        territory: provinceCode,
        theme: 'MORE_SUPPLY',
        dwellingKind: 'FLEX',
        slices: evenly(120, YEARS),
        pace: provinceCode === 'PV28' ? 0.4 : 0.95,
      }),
    ),
    ...places.slice(0, 3).map(({ municipality }) =>
      promised({
        id: commitmentIdOf(name, `pitches:${municipality}`),
        text: 'De gemeente legt zes standplaatsen voor woonwagens aan.',
        debtor: territoryPartyId(municipality),
        creditors: [territoryPartyId(provinceCode), 'PUBLIC'],
        resultKind: 'PITCHES',
        measure: { kind: 'AMOUNT', amount: 6 },
        ...WHOLE,
        deadline: '2027-12-31',
        territory: municipality,
        theme: 'BALANCED_DISTRIBUTION',
        targetGroups: ['CARAVAN_DWELLERS'],
        dwellingKind: 'PITCH',
        pace: municipality === 'GM0599' ? null : 0.8,
      }),
    ),
  ];
};

import {
  type CalendarDate,
  calendarDate,
  firstDayOf,
  type PartyId,
  type PartyKind,
} from '@intekenboek/event-sourcing-core';
import type { PartyCommands } from '@intekenboek/parties-application';
import type { IdentifierInput, MergeParty, RegisterParty } from '@intekenboek/parties-domain';
import {
  type Municipality,
  MUNICIPAL_MERGERS,
  municipalitiesOn,
  PROVINCES,
} from '@intekenboek/reference-data-facts';

import { demoActor, demoMeta, inParallel, type Today } from './demo-commands';
import {
  careOfficeId,
  careProviderId,
  COA,
  corporationId,
  MINISTRY,
  PROGRAMME,
  tenantsId,
  territoryPartyId,
} from './demo-ids';
import {
  CARE_OFFICES,
  CARE_PROVIDERS,
  CORPORATIONS,
  INVENTED,
  INVENTED_SOURCE,
  PLACES,
} from './invented.data';

const BEGIN = firstDayOf(2021);
const REAL_SOURCE = 'CBS, Gebieden in Nederland';
const registrar = demoActor(PROGRAMME, 'NATIONAL_PROGRAMME', 'NL');

interface PartyToRegister {
  readonly partyId: PartyId;
  readonly kind: PartyKind;
  readonly name: string;
  readonly territory: string | null;
  readonly workingArea: readonly string[];
  readonly identifiers: readonly IdentifierInput[];
  readonly validFrom: CalendarDate;
  readonly source: string;
}

/** Registers everyone, then lets the municipalities merge that did. About six hundred parties. */
export async function loadParties(commands: PartyCommands, today: Today): Promise<number> {
  const parties = [...nationalBodies(), ...governments(today.today), ...inventedParties()];
  await inParallel(parties, 32, (party) => commands.register(registration(party, today)));
  for (const merger of mergersInOrder()) {
    const data: MergeParty['data'] = { ...merger, reason: 'Gemeentelijke herindeling' };
    const meta = demoMeta(`merge:${merger.partyId}`, registrar, merger.mergedOn, today);
    await commands.merge({ type: 'MergeParty', data, meta });
  }
  return parties.length;
}

const registration = (party: PartyToRegister, today: Today): RegisterParty => ({
  type: 'RegisterParty',
  data: party,
  meta: demoMeta(`register:${party.partyId}`, registrar, party.validFrom, today),
});

const identified = (scheme: IdentifierInput['scheme'], value: string, validFrom = BEGIN) => [
  { scheme, value, validFrom },
];

/** Test numbers of the OIN register have the prefix 00000099. */
const testOin = (serial: number) => identified('OIN', `00000099${String(serial).padStart(12, '0')}`);

const nationalBodies = (): readonly PartyToRegister[] => {
  const national = { territory: 'NL', workingArea: [], validFrom: BEGIN, source: 'Demonstratie' };
  return [
    {
      ...national,
      partyId: PROGRAMME,
      kind: 'NATIONAL_PROGRAMME',
      name: 'Landelijk programmabureau Een thuis voor iedereen',
      identifiers: testOin(1),
    },
    {
      ...national,
      partyId: MINISTRY,
      kind: 'MINISTRY',
      name: 'Ministerie (huisvesting vergunninghouders)',
      identifiers: testOin(2),
    },
    {
      ...national,
      partyId: COA,
      kind: 'NATIONAL_AGENCY',
      name: 'Centraal Orgaan opvang asielzoekers',
      identifiers: testOin(3),
    },
  ];
};

function governments(today: CalendarDate): readonly PartyToRegister[] {
  const provinces = PROVINCES.map(({ code, name }) => ({
    partyId: territoryPartyId(code),
    kind: 'PROVINCE' as const,
    name: `Provincie ${name}`,
    territory: code,
    workingArea: [],
    identifiers: identified('PV', code),
    validFrom: BEGIN,
    source: REAL_SOURCE,
  }));
  const municipalities = [...municipalitiesOn(BEGIN), ...bornSince(today)].map(
    ({ code, name, validFrom }) => ({
      partyId: territoryPartyId(code),
      kind: 'MUNICIPALITY' as const,
      name: `Gemeente ${name}`,
      territory: code,
      workingArea: [],
      identifiers: identified('GM', code, validFrom),
      validFrom,
      source: REAL_SOURCE,
    }),
  );
  return [...provinces, ...municipalities];
}

function bornSince(today: CalendarDate): readonly Municipality[] {
  const old = new Set(municipalitiesOn(BEGIN).map(({ code }) => code));
  return municipalitiesOn(today).filter(({ code }) => !old.has(code));
}

const mergersInOrder = () =>
  MUNICIPAL_MERGERS.map(({ on, ended, into }) => ({
    partyId: territoryPartyId(ended),
    successorIds: [territoryPartyId(into)],
    mergedOn: on,
  }));

function inventedParties(): readonly PartyToRegister[] {
  const invented = { territory: null, validFrom: calendarDate('2021-01-01'), source: INVENTED_SOURCE };
  const corporations = CORPORATIONS.map((name, index) => ({
    ...invented,
    partyId: corporationId(index),
    kind: 'CORPORATION' as const,
    name: `${name} ${INVENTED}`,
    workingArea: PLACES.filter((place) => place.corporations.includes(index)).map(
      (place) => place.municipality,
    ),
    identifiers: identified('L_NUMBER', `L${9_001 + index}`),
  }));
  const tenants = PLACES.map(({ municipality }) => ({
    ...invented,
    partyId: tenantsId(municipality),
    kind: 'TENANTS_ORGANISATION' as const,
    name: `Federatie van huurders ${nameOf(municipality)} ${INVENTED}`,
    workingArea: [municipality],
    identifiers: [],
  }));
  const providers = CARE_PROVIDERS.map((name, index) => ({
    ...invented,
    partyId: careProviderId(index),
    kind: 'CARE_PROVIDER' as const,
    name: `${name} ${INVENTED}`,
    workingArea: PLACES.map(({ municipality }) => municipality),
    identifiers: [],
  }));
  const offices = CARE_OFFICES.map((name, index) => ({
    ...invented,
    partyId: careOfficeId(index),
    kind: 'CARE_OFFICE' as const,
    name: `${name} ${INVENTED}`,
    workingArea: PLACES.map(({ municipality }) => municipality),
    identifiers: [],
  }));
  return [...corporations, ...tenants, ...providers, ...offices];
}

/** The real name of a municipality of today. */
export const nameOf = (code: string): string =>
  municipalitiesOn(calendarDate('2026-01-01')).find((municipality) => municipality.code === code)?.name ??
  code;

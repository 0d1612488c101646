import type { Actor, PartyId, PartyKind, Role } from '@intekenboek/event-sourcing-core';
import type { DemoPerson } from '@intekenboek/identity-http';

import {
  careProviderId,
  COA,
  corporationId,
  demoPersonId,
  MINISTRY,
  PROGRAMME,
  tenantsId,
  territoryPartyId,
} from './demo-ids';

interface Who {
  readonly key: string;
  readonly name: string;
  readonly partyName: string;
  readonly partyId: PartyId;
  readonly kind: PartyKind;
  readonly territory?: string;
  readonly roles: readonly Role[];
  readonly nl: string;
  readonly en: string;
  readonly query: string;
}

const PEOPLE: readonly Who[] = [
  {
    key: 'corporatie',
    name: 'Noor van Dam',
    partyName: 'Woonstichting De Meidoorn (demo)',
    partyId: corporationId(0),
    kind: 'CORPORATION',
    roles: ['DRAFTER', 'SIGNATORY', 'REPORTER'],
    nl: 'Werkt bij een corporatie. Stelt afspraken op, tekent, meldt voortgang en ziet wat anderen haar schuldig zijn.',
    en: 'Works for a corporation. Drafts and signs agreements, logs progress and sees what others owe her.',
    query:
      '{ myCommitments(side: OWED_BY_US, first: 5) { totalCount edges { node { text verdict { state } } } } }',
  },
  {
    key: 'gemeente',
    name: 'Samir Bakker',
    partyName: 'Gemeente Haarlemmermeer',
    partyId: territoryPartyId('GM0394'),
    kind: 'MUNICIPALITY',
    territory: 'GM0394',
    roles: ['DRAFTER', 'SIGNATORY', 'REPORTER', 'REVIEWER'],
    nl: 'Werkt bij een gemeente. Levert grond en vergunningen, tekent en antwoordt op escalaties.',
    en: 'Works for a municipality. Delivers land and permits, signs, and answers escalations.',
    query:
      '{ myCommitments(side: OWED_TO_US, first: 5) { totalCount edges { node { text verdict { state } } } } }',
  },
  {
    key: 'zorgaanbieder',
    name: 'Ilse Postma',
    partyName: 'Zorggroep De Brug (demo)',
    partyId: careProviderId(0),
    kind: 'CARE_PROVIDER',
    roles: ['DRAFTER', 'SIGNATORY', 'REPORTER'],
    nl: 'Werkt bij een zorgaanbieder. Tekent zorgafspraken en meldt plaatsen.',
    en: 'Works for a care provider. Signs care commitments and reports places.',
    query: '{ myCommitments(side: OWED_BY_US, first: 5) { totalCount edges { node { text } } } }',
  },
  {
    key: 'huurders',
    name: 'Wim de Groot',
    partyName: 'Federatie van huurders Haarlemmermeer (demo)',
    partyId: tenantsId('GM0394'),
    kind: 'TENANTS_ORGANISATION',
    roles: ['SIGNATORY', 'REPORTER'],
    nl: 'Vrijwilliger van de huurders. Leest mee, tekent, bevestigt of betwist voortgang.',
    en: 'Volunteer of the tenants. Reads, signs, confirms or disputes progress.',
    query: '{ myCommitments(side: OWED_TO_US, first: 5) { totalCount edges { node { text } } } }',
  },
  {
    key: 'provincie',
    name: 'Marijke Jansma',
    partyName: 'Provincie Noord-Holland',
    partyId: territoryPartyId('PV27'),
    kind: 'PROVINCE',
    territory: 'PV27',
    roles: ['DRAFTER', 'SIGNATORY', 'REVIEWER'],
    nl: 'Beleidsmedewerker van de provincie. Vergelijkt gemeenten en beslist over voorstellen van het toezicht.',
    en: 'Policy officer of the province. Compares municipalities and decides on proposals of supervision.',
    query: '{ provinceOverview(provinceCode: "PV27") { municipality { name } } }',
  },
  {
    key: 'programmabureau',
    name: 'Daan Visser',
    partyName: 'Landelijk programmabureau Een thuis voor iedereen',
    partyId: PROGRAMME,
    kind: 'NATIONAL_PROGRAMME',
    territory: 'NL',
    roles: ['REVIEWER', 'ADMIN'],
    nl: 'Werkt bij het programmabureau. Ziet de escalaties die op de regietafel wachten, beslist met redenen, en houdt het partijenregister bij.',
    en: 'Works for the programme office. Sees the escalations that wait at the national table, decides with reasons, and keeps the register of parties.',
    query: '{ escalationsWaiting(first: 5) { totalCount } }',
  },
  {
    key: 'ministerie',
    name: 'Roos Hendriks',
    partyName: 'Ministerie (huisvesting vergunninghouders)',
    partyId: MINISTRY,
    kind: 'MINISTRY',
    territory: 'NL',
    roles: ['DRAFTER', 'ADMIN'],
    nl: 'Werkt bij het ministerie. Maakt de taakstelling bekend en herziet haar.',
    en: 'Works for the ministry. Publishes the taakstelling and revises it.',
    query: '{ targets(halfYear: "2022-H2") { edges { node { quantity apportionment { sumOfParts } } } } }',
  },
  {
    key: 'coa',
    name: 'Joost Mulder',
    partyName: 'Centraal Orgaan opvang asielzoekers',
    partyId: COA,
    kind: 'NATIONAL_AGENCY',
    territory: 'NL',
    roles: ['REPORTER'],
    nl: 'Werkt bij het COA. Legt vast hoeveel mensen per gemeente zijn gehuisvest.',
    en: 'Works for COA. Records how many people were housed per municipality.',
    query: '{ targets(halfYear: "2022-H2") { edges { node { id name } } } }',
  },
];

const actorOf = ({ key, partyId, kind, territory, roles }: Who): Actor => ({
  personId: demoPersonId(key),
  partyId,
  partyKind: kind,
  territory: territory ?? null,
  roles,
});

/** The people as whom anyone may act in the demonstration: invented names. */
export const DEMO_NATION_PEOPLE: readonly DemoPerson[] = PEOPLE.map((who) => ({
  key: who.key,
  name: who.name,
  partyName: who.partyName,
  actor: actorOf(who),
  description: { nl: who.nl, en: who.en },
  query: who.query,
}));

/** Without the nation only the keeper of the register can begin: it enters the first parties, itself among them. */
export const EMPTY_REGISTER_PEOPLE: readonly DemoPerson[] = DEMO_NATION_PEOPLE.filter(
  ({ key }) => key === 'programmabureau',
).map((person) => ({ ...person, query: '{ parties(first: 5) { totalCount } }' }));

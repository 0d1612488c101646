import {
  type Actor,
  type CalendarDate,
  calendarDate,
  type CommandMeta,
  type Instant,
  instant,
  type PartyId,
  type PersonId,
  ROLES,
  type Role,
  uuidOf,
} from '@intekenboek/event-sourcing-core';

import type { AgreementCommand } from './agreement.commands';
import { agreementDecider } from './agreement.decider';
import type {
  AgreementDeclined,
  AgreementDrafted,
  AgreementEnteredIntoForce,
  AgreementEvent,
  AgreementProposed,
  AgreementSigned,
  CommitmentAdded,
  ConditionAdded,
  ProgressReported,
} from './agreement.events';
import type { Written } from './agreement.state';
import { hashOfTerms } from './agreement-terms';
import type { Commitment, CommitmentWording, Condition } from './commitment';
import type { AgreementId, CommitmentId, ConditionId, ReportId } from './ids';
import type { PartyFacts, Signatory } from './signatory';

// One local agreement that all specs speak about: a municipality that makes land available, a corporation that
// builds on it, tenants at the table, and a care provider and a province that stay outside unless a spec says so.

export const day = (text: string): CalendarDate => calendarDate(text);
export const partyId = (name: string): PartyId => uuidOf(`party:${name}`) as PartyId;
export const commitmentId = (name: string): CommitmentId => uuidOf(`commitment:${name}`) as CommitmentId;
export const conditionId = (name: string): ConditionId => uuidOf(`condition:${name}`) as ConditionId;
export const reportId = (name: string): ReportId => uuidOf(`report:${name}`) as ReportId;
export const agreementId = uuidOf('agreement:spec') as AgreementId;

export const MUNICIPALITY = partyId('municipality of Amsterdam');
export const CORPORATION = partyId('corporation');
export const TENANTS = partyId('tenants');
export const CARE_PROVIDER = partyId('care provider');
export const PROVINCE = partyId('province of Noord-Holland');

const known = (party: Pick<PartyFacts, 'partyId' | 'kind' | 'territory' | 'workingArea'>): PartyFacts => ({
  ...party,
  validFrom: day('2021-01-01'),
  endedOn: null,
  successorIds: [],
});

export const parties: Readonly<Record<PartyId, PartyFacts>> = {
  [MUNICIPALITY]: known({
    partyId: MUNICIPALITY,
    kind: 'MUNICIPALITY',
    territory: 'GM0363',
    workingArea: ['GM0363'],
  }),
  [CORPORATION]: known({
    partyId: CORPORATION,
    kind: 'CORPORATION',
    territory: null,
    workingArea: ['GM0363'],
  }),
  [TENANTS]: known({ partyId: TENANTS, kind: 'TENANTS_ORGANISATION', territory: null, workingArea: [] }),
  [CARE_PROVIDER]: known({ partyId: CARE_PROVIDER, kind: 'CARE_PROVIDER', territory: null, workingArea: [] }),
  [PROVINCE]: known({ partyId: PROVINCE, kind: 'PROVINCE', territory: 'PV27', workingArea: [] }),
};

export function factsOf(id: PartyId): PartyFacts {
  const facts = parties[id];
  if (facts === undefined) throw new Error('No such party in the fixtures.');
  return facts;
}

export function signatory(id: PartyId): Signatory {
  const { partyId, kind, territory, workingArea } = factsOf(id);
  return { partyId, kind, territory, workingArea };
}

export const personOf = (id: PartyId): PersonId => uuidOf(`person:${id}`) as PersonId;

export const actorOf = (id: PartyId, roles: readonly Role[] = ROLES): Actor => ({
  personId: personOf(id),
  partyId: id,
  partyKind: factsOf(id).kind,
  territory: factsOf(id).territory,
  roles,
});

export const NOW: Instant = instant('2024-03-15T09:00:00Z');
export const TODAY = day('2024-03-15');

/** What comes with a command: who acts for which party, today unless a spec says otherwise. */
export const by = (id: PartyId, changes: Partial<CommandMeta> & { roles?: readonly Role[] } = {}) => {
  const { roles, ...meta } = changes;
  return {
    commandId: uuidOf('command:spec'),
    actor: actorOf(id, roles),
    at: NOW,
    today: TODAY,
    effectiveAt: meta.at ?? NOW,
    ...meta,
  } satisfies CommandMeta;
};

/** A command of the type and with the fields that the specs name; the agreement is always the same one. */
export const command = <Type extends Exclude<AgreementCommand['type'], 'DraftAgreement'>>(
  type: Type,
  meta: CommandMeta,
  data: Omit<Extract<AgreementCommand, { type: Type }>['data'], 'agreementId'>,
) => ({ type, meta, data: { agreementId, ...data } }) as unknown as Extract<AgreementCommand, { type: Type }>;

export const drafted = (changes: Partial<AgreementDrafted['data']> = {}): AgreementDrafted => ({
  type: 'AgreementDrafted',
  data: {
    agreementId,
    kind: 'LOCAL',
    title: 'Prestatieafspraken Amsterdam 2024-2027',
    signatories: [MUNICIPALITY, CORPORATION, TENANTS].map(signatory),
    from: day('2024-01-01'),
    until: day('2027-12-31'),
    visibility: 'PARTIES',
    legalBasis: 'Woningwet art. 44',
    draftedBy: CORPORATION,
    ...changes,
  },
});

export const LAND = commitmentId('land');
export const HOMES = commitmentId('homes');

/** The municipality makes two locations available before the end of 2024. */
export const land: Commitment = {
  commitmentId: LAND,
  text: 'De gemeente stelt twee bouwrijpe locaties beschikbaar.',
  debtorId: MUNICIPALITY,
  creditors: [CORPORATION],
  resultKind: 'LOCATIONS_MADE_AVAILABLE',
  measure: { kind: 'AMOUNT', amount: 2 },
  unit: 'LOCATIONS',
  from: day('2024-01-01'),
  deadline: day('2024-12-31'),
  territory: 'GM0363',
  theme: 'MORE_SUPPLY',
  targetGroups: [],
  priceSegment: null,
  dwellingKind: null,
  yearSlices: [],
  source: 'Grondbedrijf, halfjaarlijkse rapportage',
  countsTowards: [],
};

/** The corporation delivers 120 dwellings before the end of 2027. */
export const homes: Commitment = {
  commitmentId: HOMES,
  text: 'De corporatie levert 120 sociale huurwoningen op.',
  debtorId: CORPORATION,
  creditors: [MUNICIPALITY, TENANTS],
  resultKind: 'DWELLINGS_DELIVERED',
  measure: { kind: 'AMOUNT', amount: 120 },
  unit: 'DWELLINGS',
  from: day('2024-01-01'),
  deadline: day('2027-12-31'),
  territory: 'GM0363',
  theme: 'MORE_SUPPLY',
  targetGroups: ['OLDER_PEOPLE'],
  priceSegment: 'TO_LOW_CAP',
  dwellingKind: 'NEW_BUILD',
  yearSlices: [
    { year: 2025, amount: 40 },
    { year: 2026, amount: 40 },
    { year: 2027, amount: 40 },
  ],
  source: 'Opleveringsregister van de corporatie',
  countsTowards: [],
};

/** As its writer words it: without the unit. */
export function wordingOf(
  commitment: Commitment,
  changes: Partial<CommitmentWording> = {},
): CommitmentWording {
  const { unit: _unit, ...wording } = commitment;
  return { ...wording, ...changes };
}

export const added = (commitment: Commitment): CommitmentAdded => ({
  type: 'CommitmentAdded',
  data: { agreementId, commitment },
});

/** The corporation can only build once the land is there. */
export const landBeforeHomes: Condition = {
  conditionId: conditionId('land before homes'),
  dependentId: HOMES,
  prerequisiteId: LAND,
  neededBy: day('2024-12-31'),
};

export const conditionAdded = (condition: Condition): ConditionAdded => ({
  type: 'ConditionAdded',
  data: { agreementId, condition },
});

export const draftedText: readonly AgreementEvent[] = [drafted(), added(land), added(homes)];

/** Folds events; the hash that a proposal of this text gets. */
export const hashAfter = (history: readonly AgreementEvent[]): string =>
  hashOfTerms(history.reduce(agreementDecider.evolve, agreementDecider.initialState) as Written);

export const CONTENT_HASH = hashAfter(draftedText);

export const proposed = (changes: Partial<AgreementProposed['data']> = {}): AgreementProposed => ({
  type: 'AgreementProposed',
  data: {
    agreementId,
    textVersion: 1,
    contentHash: CONTENT_HASH,
    proposedBy: CORPORATION,
    proposedOn: TODAY,
    ...changes,
  },
});

export const signedBy = (id: PartyId, changes: Partial<AgreementSigned['data']> = {}): AgreementSigned => ({
  type: 'AgreementSigned',
  data: {
    agreementId,
    partyId: id,
    signatoryId: personOf(id),
    textVersion: 1,
    contentHash: CONTENT_HASH,
    signedOn: TODAY,
    ...changes,
  },
});

export const declinedBy = (id: PartyId, reasons: string, textVersion = 1): AgreementDeclined => ({
  type: 'AgreementDeclined',
  data: { agreementId, partyId: id, signatoryId: personOf(id), textVersion, reasons },
});

export const enteredIntoForce = (
  changes: Partial<AgreementEnteredIntoForce['data']> = {},
): AgreementEnteredIntoForce => ({
  type: 'AgreementEnteredIntoForce',
  data: { agreementId, textVersion: 1, contentHash: CONTENT_HASH, inForceFrom: TODAY, ...changes },
});

export const proposal: readonly AgreementEvent[] = [...draftedText, proposed()];

export const inForce: readonly AgreementEvent[] = [
  ...proposal,
  signedBy(MUNICIPALITY),
  signedBy(CORPORATION),
  signedBy(TENANTS),
  enteredIntoForce(),
];

/** The corporation reports 30 of its dwellings, realised on 1 March 2024. */
export const reported = (
  name: string,
  changes: Partial<ProgressReported['data']> = {},
): ProgressReported => ({
  type: 'ProgressReported',
  data: {
    agreementId,
    reportId: reportId(name),
    commitmentId: HOMES,
    amount: 30,
    realisedOn: day('2024-03-01'),
    evidence: null,
    ...changes,
  },
});

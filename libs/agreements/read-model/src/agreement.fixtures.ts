import type {
  AgreementDrafted,
  AgreementEvent,
  AgreementId,
  Commitment,
  CommitmentId,
  ConditionId,
  ReportId,
  Signatory,
} from '@intekenboek/agreements-domain';
import {
  calendarDate,
  instant,
  type Message,
  type PartyId,
  type PartyKind,
  type PersonId,
  uuidOf,
} from '@intekenboek/event-sourcing-core';
import type { IntegrationTranslator } from '@intekenboek/messaging-contracts';

// Stored events in the form in which they lie in the log: two agreements, of which one came into force.

export const day = calendarDate;
export const partyNamed = (name: string) => uuidOf(`party:${name}`) as PartyId;
export const agreementNamed = (name: string) => uuidOf(`agreement:${name}`) as AgreementId;
export const reportNamed = (name: string) => uuidOf(`report:${name}`) as ReportId;

export const MUNICIPALITY = partyNamed('Amsterdam');
export const CORPORATION = partyNamed('De Sleutel');
export const TENANTS = partyNamed('Huurdersbelang');
export const LAND = uuidOf('commitment:land') as CommitmentId;
export const HOUSED = uuidOf('commitment:housed') as CommitmentId;
export const conditionId = uuidOf('condition:spec') as ConditionId;
export const HASH = 'a1'.repeat(32);

const signatory = (partyId: PartyId, kind: PartyKind, territory: string | null = null): Signatory => ({
  partyId,
  kind,
  territory,
  workingArea: [],
});

export const SIGNATORIES = [
  signatory(MUNICIPALITY, 'MUNICIPALITY', 'GM0363'),
  signatory(CORPORATION, 'CORPORATION'),
  signatory(TENANTS, 'TENANTS_ORGANISATION'),
];

export const drafted = (name: string, changes: Partial<AgreementDrafted['data']> = {}): AgreementDrafted => ({
  type: 'AgreementDrafted',
  data: {
    agreementId: agreementNamed(name),
    kind: 'LOCAL',
    title: `Prestatieafspraken ${name}`,
    signatories: SIGNATORIES,
    from: day('2026-01-01'),
    until: day('2029-12-31'),
    visibility: 'PARTIES',
    legalBasis: null,
    draftedBy: CORPORATION,
    ...changes,
  },
});

export const land: Commitment = {
  commitmentId: LAND,
  text: 'De gemeente stelt twee locaties beschikbaar.',
  debtorId: MUNICIPALITY,
  creditors: [CORPORATION],
  resultKind: 'LOCATIONS_MADE_AVAILABLE',
  measure: { kind: 'AMOUNT', amount: 2 },
  unit: 'LOCATIONS',
  from: day('2026-01-01'),
  deadline: day('2026-12-31'),
  territory: 'GM0363',
  theme: null,
  targetGroups: [],
  priceSegment: null,
  dwellingKind: null,
  yearSlices: [],
  source: 'Grondbedrijf',
  countsTowards: [],
};

/** The corporation houses forty persons: a count that others than the parties do not see exactly. */
export const housed: Commitment = {
  ...land,
  commitmentId: HOUSED,
  text: 'De corporatie huisvest veertig statushouders.',
  debtorId: CORPORATION,
  creditors: [MUNICIPALITY, 'PUBLIC'],
  resultKind: 'PERSONS_HOUSED',
  measure: { kind: 'AMOUNT', amount: 40 },
  unit: 'PERSONS',
  deadline: day('2027-12-31'),
  targetGroups: ['STATUS_HOLDERS'],
};

export const added = (name: string, commitment: Commitment): AgreementEvent => ({
  type: 'CommitmentAdded',
  data: { agreementId: agreementNamed(name), commitment },
});

const text = { textVersion: 1, contentHash: HASH };

export const proposed = (name: string): AgreementEvent => ({
  type: 'AgreementProposed',
  data: {
    agreementId: agreementNamed(name),
    ...text,
    proposedBy: CORPORATION,
    proposedOn: day('2026-01-05'),
  },
});

export const signedBy = (name: string, partyId: PartyId): AgreementEvent => ({
  type: 'AgreementSigned',
  data: {
    agreementId: agreementNamed(name),
    ...text,
    partyId,
    signatoryId: uuidOf(`person:${partyId}`) as PersonId,
    signedOn: day('2026-01-06'),
  },
});

export const declinedBy = (name: string, partyId: PartyId): AgreementEvent => ({
  type: 'AgreementDeclined',
  data: {
    agreementId: agreementNamed(name),
    partyId,
    signatoryId: uuidOf(`person:${partyId}`) as PersonId,
    textVersion: 1,
    reasons: 'De huren worden niet genoemd.',
  },
});

export const inForce = (name: string): AgreementEvent => ({
  type: 'AgreementEnteredIntoForce',
  data: { agreementId: agreementNamed(name), ...text, inForceFrom: day('2026-01-06') },
});

export const reported = (name: string, report: string, amount: number): AgreementEvent => ({
  type: 'ProgressReported',
  data: {
    agreementId: agreementNamed(name),
    commitmentId: HOUSED,
    reportId: reportNamed(report),
    amount,
    realisedOn: day('2026-02-01'),
    evidence: `lijst van ${amount} personen`,
  },
});

/** A whole agreement that is in force. */
export const signedWhole = (
  name: string,
  changes: Partial<AgreementDrafted['data']> = {},
): AgreementEvent[] => [
  drafted(name, changes),
  added(name, land),
  added(name, housed),
  proposed(name),
  ...[MUNICIPALITY, CORPORATION, TENANTS].map((partyId) => signedBy(name, partyId)),
  inForce(name),
];

/** What the register of parties would publish, from an event that only these specs know. */
export const registered = (partyId: PartyId, name: string, kind: PartyKind = 'CORPORATION'): Message => ({
  type: 'PartyWrittenDown',
  data: { partyId, name, kind },
});

export const parties: IntegrationTranslator = {
  eventTypes: ['PartyWrittenDown'],
  translate: ({ data }) => {
    const { partyId, name, kind } = data as { partyId: PartyId; name: string; kind: PartyKind };
    const validFrom = day('2021-01-01');
    const known = { partyId, kind, name, territory: null, workingArea: [], validFrom };
    return [{ type: 'parties.party-registered.v1', data: known }];
  },
};

export const AT = instant('2026-02-02T09:00:00Z');
export const EARLIER = instant('2026-02-01T08:00:00Z');

/** The stream of whatever a spec stores. */
export const streamOf = ({ data }: Message) => {
  const { agreementId, partyId } = data as { agreementId?: string; partyId?: string };
  return agreementId === undefined ? (`party-${partyId}` as const) : (`agreement-${agreementId}` as const);
};

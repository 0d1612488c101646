import type { KnownParty, PartyDirectory } from '@intekenboek/agreements-application';
import {
  calendarDate,
  type EventStore,
  instant,
  type Message,
  type PartyId,
  type PartyKind,
  uuidOf,
} from '@intekenboek/event-sourcing-core';
import type { IntegrationTranslator } from '@intekenboek/messaging-contracts';

// What the specs of this API send and ask: one municipality, one corporation, tenants, and those who look on.

export const partyNamed = (name: string) => uuidOf(`party:${name}`) as PartyId;
export const idOf = (name: string) => uuidOf(`spec:${name}`);

const known = (name: string, kind: PartyKind, territory: string | null = null): KnownParty => ({
  partyId: partyNamed(name),
  kind,
  name,
  territory,
  workingArea: [],
  validFrom: calendarDate('2021-01-01'),
  endedOn: null,
  successorIds: [],
});

export const PARTIES = {
  municipality: known('Gemeente Amsterdam', 'MUNICIPALITY', 'GM0363'),
  corporation: known('De Sleutel', 'CORPORATION'),
  tenants: known('Huurdersbelang', 'TENANTS_ORGANISATION'),
  outsider: known('De Andere', 'CORPORATION'),
  province: known('Provincie Noord-Holland', 'PROVINCE', 'PV27'),
  otherProvince: known('Provincie Utrecht', 'PROVINCE', 'PV26'),
  programme: known('Landelijk programma', 'NATIONAL_PROGRAMME', 'NL'),
} as const;
export type PartyName = keyof typeof PARTIES;

export const directory: PartyDirectory = {
  find: async (partyId) => Object.values(PARTIES).find((party) => party.partyId === partyId) ?? null,
};

/** What the register would publish, from an event that only these specs know. */
const registered = (party: KnownParty): Message => ({ type: 'PartyWrittenDown', data: party });
export const register: IntegrationTranslator = {
  eventTypes: ['PartyWrittenDown'],
  translate: ({ data }) => {
    const { partyId, kind, name, territory, workingArea, validFrom } = data as KnownParty;
    const published = { partyId, kind, name, territory, workingArea, validFrom };
    return [{ type: 'parties.party-registered.v1', data: published }];
  },
};

export async function registerAll(eventStore: EventStore): Promise<void> {
  const metadata = { commandId: 'c', commandHash: 'h', personId: 'p', partyId: 'p' };
  for (const party of Object.values(PARTIES)) {
    const effectiveAt = instant('2021-01-01T09:00:00Z');
    const event = { ...registered(party), eventId: party.partyId, effectiveAt };
    await eventStore.append(`party-${party.partyId}`, [event], 'no-stream', metadata);
  }
}

export const draftInput = {
  kind: 'LOCAL',
  title: 'Prestatieafspraken Amsterdam 2026-2029',
  signatoryIds: [PARTIES.municipality, PARTIES.corporation, PARTIES.tenants].map(({ partyId }) => partyId),
  from: '2026-01-01',
  until: '2029-12-31',
  legalBasis: 'Woningwet art. 44',
};

export const landInput = {
  commitmentId: idOf('land'),
  text: 'De gemeente stelt twee locaties beschikbaar.',
  debtorId: PARTIES.municipality.partyId,
  creditorIds: [PARTIES.corporation.partyId],
  resultKind: 'LOCATIONS_MADE_AVAILABLE',
  measure: { kind: 'AMOUNT', amount: 2 },
  from: '2026-01-01',
  deadline: '2026-12-31',
  territory: 'GM0363',
  source: 'Grondbedrijf',
};

/** Counts persons: exact for the parties only. */
export const housedInput = {
  ...landInput,
  commitmentId: idOf('housed'),
  text: 'De corporatie huisvest veertig statushouders.',
  debtorId: PARTIES.corporation.partyId,
  creditorIds: [PARTIES.municipality.partyId],
  isOwedToPublic: true,
  resultKind: 'PERSONS_HOUSED',
  measure: { kind: 'AMOUNT', amount: 40 },
  deadline: '2027-12-31',
  targetGroups: ['STATUS_HOLDERS'],
  yearSlices: [
    { year: 2026, amount: 20 },
    { year: 2027, amount: 20 },
  ],
  source: 'Woonruimteverdeling',
};

/** All that a reader can ask of an agreement. */
export const DOCUMENT = `query ($id: ID!, $waitFor: String) {
  agreement(id: $id, waitFor: $waitFor) {
    id revision status kind title from until visibility legalBasis textVersion contentHash canonicalText
    proposedOn inForceFrom oneSidedness
    signatories { id name kind }
    signatures { party { name } state signedOn reasons effectiveAt recordedAt }
    waitingFor { name }
    tenantsDeclines { party { name } reason }
    conditions { id dependentId prerequisiteId neededBy }
    steps { step party { name } textVersion reason effectiveAt recordedAt }
    commitments {
      id text debtor { name } creditors { name } isOwedToPublic resultKind unit isMeasurable
      measure { kind amount min max percent denominator result }
      from deadline territory theme targetGroups priceSegment dwellingKind yearSlices { year amount }
      source countsTowards smartGaps { code field nl en } agreement { id }
      progress {
        reportCount realised confirmed disputed isSuppressed
        reports {
          id state amount isSuppressed realisedOn evidence correctsReportId correctionReason correctedBy
          stances { party { name } kind reasons effectiveAt recordedAt } effectiveAt recordedAt
        }
      }
    }
  }
}`;

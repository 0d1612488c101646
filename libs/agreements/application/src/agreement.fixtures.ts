import type {
  AgreementId,
  CommitmentId,
  CommitmentWording,
  ConditionId,
  ReportId,
} from '@intekenboek/agreements-domain';
import { calendarDate, type PartyId, type PartyKind, uuidOf } from '@intekenboek/event-sourcing-core';

import type { KnownParty, PartyDirectory } from './party-directory.port';

export const partyNamed = (name: string) => uuidOf(`party:${name}`) as PartyId;
export const MUNICIPALITY = partyNamed('municipality');
export const CORPORATION = partyNamed('corporation');
export const TENANTS = partyNamed('tenants');

export const agreementId = uuidOf('agreement:spec') as AgreementId;
export const LAND = uuidOf('commitment:land') as CommitmentId;
export const HOMES = uuidOf('commitment:homes') as CommitmentId;
export const conditionId = uuidOf('condition:spec') as ConditionId;
export const reportId = (name: string) => uuidOf(`report:${name}`) as ReportId;
export const day = calendarDate;

export const KINDS: ReadonlyMap<PartyId, PartyKind> = new Map([
  [MUNICIPALITY, 'MUNICIPALITY'],
  [CORPORATION, 'CORPORATION'],
  [TENANTS, 'TENANTS_ORGANISATION'],
]);

/** A register that tests write in. */
export class FakePartyDirectory implements PartyDirectory {
  private readonly parties = new Map<PartyId, KnownParty>(
    [...KINDS].map(([partyId, kind]) => [
      partyId,
      {
        partyId,
        kind,
        name: `the ${kind}`,
        territory: kind === 'MUNICIPALITY' ? 'GM0363' : null,
        workingArea: [],
        validFrom: day('2021-01-01'),
        endedOn: null,
        successorIds: [],
      },
    ]),
  );
  asked: PartyId[] = [];

  async find(partyId: PartyId): Promise<KnownParty | null> {
    this.asked.push(partyId);
    return this.parties.get(partyId) ?? null;
  }

  change(partyId: PartyId, changes: Partial<KnownParty>): void {
    const party = this.parties.get(partyId);
    if (party !== undefined) this.parties.set(partyId, { ...party, ...changes });
  }
}

export const draftData = {
  agreementId,
  kind: 'LOCAL',
  title: 'Prestatieafspraken 2026-2029',
  signatoryIds: [MUNICIPALITY, CORPORATION, TENANTS],
  from: day('2026-01-01'),
  until: day('2029-12-31'),
  visibility: 'PUBLIC',
  legalBasis: null,
} as const;

export const land: CommitmentWording = {
  commitmentId: LAND,
  text: 'De gemeente stelt twee locaties beschikbaar.',
  debtorId: MUNICIPALITY,
  creditors: [CORPORATION],
  resultKind: 'LOCATIONS_MADE_AVAILABLE',
  measure: { kind: 'AMOUNT', amount: 2 },
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

export const homes: CommitmentWording = {
  ...land,
  commitmentId: HOMES,
  text: 'De corporatie levert 120 woningen op.',
  debtorId: CORPORATION,
  creditors: [MUNICIPALITY, TENANTS],
  resultKind: 'DWELLINGS_DELIVERED',
  measure: { kind: 'AMOUNT', amount: 120 },
  deadline: day('2029-12-31'),
  source: 'Opleveringsregister',
};

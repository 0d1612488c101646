import { agreementStream } from '@intekenboek/agreements-application';
import type {
  AgreementEvent,
  AgreementId,
  Commitment,
  CommitmentId,
  Signatory,
} from '@intekenboek/agreements-domain';
import {
  calendarDate,
  eventIdOf,
  type EventStore,
  instant,
  type PartyId,
  uuidOf,
} from '@intekenboek/event-sourcing-core';

const day = calendarDate;

export const MUNICIPALITY = uuidOf('party:municipality') as PartyId;
export const CORPORATION = uuidOf('party:corporation') as PartyId;
export const HOMES = uuidOf('commitment:homes') as CommitmentId;

const party = (partyId: PartyId, kind: Signatory['kind'], territory: string | null): Signatory => ({
  partyId,
  kind,
  territory,
  workingArea: ['GM0363'],
});

const homesOf = (debtorId: PartyId): Commitment => ({
  commitmentId: HOMES,
  text: 'De corporatie levert 120 woningen op.',
  debtorId,
  creditors: ['PUBLIC'],
  resultKind: 'DWELLINGS_DELIVERED',
  measure: { kind: 'AMOUNT', amount: 120 },
  unit: 'DWELLINGS',
  from: day('2026-01-01'),
  deadline: day('2029-12-31'),
  territory: 'GM0363',
  theme: null,
  targetGroups: [],
  priceSegment: null,
  dwellingKind: null,
  yearSlices: [],
  source: 'Opleveringsregister',
  countsTowards: [],
});

/** An agreement in force in which one party, a corporation unless told otherwise, promised dwellings to the other. */
export async function agreementInForce(eventStore: EventStore, debtorId = CORPORATION): Promise<AgreementId> {
  const name = `of ${debtorId}`;
  const agreementId = uuidOf(`agreement:${name}`) as AgreementId;
  const text = { agreementId, textVersion: 1, contentHash: 'a1'.repeat(32) };
  const signatories = [
    party(MUNICIPALITY, 'MUNICIPALITY', 'GM0363'),
    party(CORPORATION, 'CORPORATION', null),
  ];
  const term = { from: day('2026-01-01'), until: day('2029-12-31') };
  const heading = { kind: 'LOCAL', title: 'Prestatieafspraken', visibility: 'PARTIES' } as const;
  const events: readonly AgreementEvent[] = [
    {
      type: 'AgreementDrafted',
      data: { agreementId, ...heading, ...term, signatories, legalBasis: null, draftedBy: CORPORATION },
    },
    { type: 'CommitmentAdded', data: { agreementId, commitment: homesOf(debtorId) } },
    { type: 'AgreementProposed', data: { ...text, proposedBy: CORPORATION, proposedOn: term.from } },
    { type: 'AgreementEnteredIntoForce', data: { ...text, inForceFrom: term.from } },
  ];
  const commandId = uuidOf(`command:${name}`);
  const toAppend = events.map((event, index) => ({
    ...event,
    eventId: eventIdOf(commandId, index),
    effectiveAt: instant('2026-01-01T09:00:00Z'),
  }));
  const metadata = { commandId, commandHash: 'b2'.repeat(32), personId: 'person-1', partyId: CORPORATION };
  await eventStore.append(agreementStream(agreementId), toAppend, 'no-stream', metadata);
  return agreementId;
}

import {
  type AgreementEvent,
  type AgreementId,
  type Commitment,
  type CommitmentId,
  type ReportId,
  type Signatory,
  type TargetId,
} from '@intekenboek/agreements-domain';
import {
  addDays,
  type CalendarDate,
  calendarDate,
  type EventMetadata,
  type EventToAppend,
  type Instant,
  type PartyId,
  type StreamName,
  uuidOf,
} from '@intekenboek/event-sourcing-core';

/** Events of one command. */
export interface Step {
  readonly stream: StreamName;
  readonly events: readonly EventToAppend[];
  readonly metadata: EventMetadata;
}

const COMMITMENTS = 12;
const QUARTERS = 16;
const MUNICIPALITIES = 342;
const START = calendarDate('2022-01-01');
const DAYS_OF_DRAFTING = 700;

/**
 * A log as a nation would write it, the same every time: agreements of three parties with 12 commitments each are
 * drafted and signed in the course of two years; then, quarter after quarter, every debtor reports on its commitments
 * in a sitting, and days later its counterparts confirm, dispute or wait. Some 600 events for each agreement.
 */
export function* agreementLog(events: number): Generator<Step> {
  const agreements = Math.max(1, Math.round(events / 600));
  let left = events;
  for (const step of inOrder(agreements)) {
    if (left <= 0) return;
    yield left < step.events.length ? { ...step, events: step.events.slice(0, left) } : step;
    left -= step.events.length;
  }
}

interface Sitting {
  readonly day: number;
  readonly agreement: number;
  /** 'draft', or the quarter in which is reported or reviewed. */
  readonly task: 'draft' | 'report' | 'review';
  readonly quarter: number;
  readonly debtor: number;
}

/** Who sits down on which day: drawn by hashes, so that every run has the same order, which is no neat order. */
function* inOrder(agreements: number): Generator<Step> {
  const sittings: Sitting[] = [];
  for (let agreement = 0; agreement < agreements; agreement += 1) {
    const drafted = chance(agreement, 1) % DAYS_OF_DRAFTING;
    sittings.push({ day: drafted, agreement, task: 'draft', quarter: 0, debtor: 0 });
    for (let quarter = 0; quarter < QUARTERS; quarter += 1) {
      for (let debtor = 0; debtor < 3; debtor += 1) {
        const day = drafted + 90 * (quarter + 1) + (chance(agreement, quarter, debtor) % 30);
        sittings.push({ day, agreement, task: 'report', quarter, debtor });
        sittings.push({ day: day + 1 + (day % 20), agreement, task: 'review', quarter, debtor });
      }
    }
  }
  sittings.sort((a, b) => a.day - b.day || chance(a.agreement, 7) - chance(b.agreement, 7));
  for (const sitting of sittings) yield* stepsOf(sitting);
}

function* stepsOf(sitting: Sitting): Generator<Step> {
  const { agreement, task, debtor } = sitting;
  if (task === 'draft') {
    yield stepOf(sitting, 0, drafting(agreement, sitting.day));
    return;
  }
  for (let number = debtor; number < COMMITMENTS; number += 3) {
    const events = task === 'report' ? [report(sitting, number)] : review(sitting, number);
    if (events.length > 0) yield stepOf(sitting, number, events);
  }
}

function drafting(agreement: number, day: number): readonly AgreementEvent[] {
  const agreementId = agreementIdOf(agreement);
  const signatories = [0, 1, 2].map((party) => signatoryOf(agreement, party));
  const contentHash = 'c'.repeat(64);
  const from = addDays(START, day);
  const [textVersion, proposedOn, draftedBy] = [1, from, partyOf(agreement, 0)];
  return [
    {
      type: 'AgreementDrafted',
      data: {
        ...{
          agreementId,
          kind: 'LOCAL',
          title: `Prestatieafspraken ${agreement}`,
          signatories,
          from,
          draftedBy,
        },
        ...{ until: addDays(from, 1_460), visibility: 'PUBLIC', legalBasis: 'Woningwet, artikel 44' },
      },
    },
    ...Array.from({ length: COMMITMENTS }, (_, number): AgreementEvent => ({
      type: 'CommitmentAdded',
      data: { agreementId, commitment: commitmentOf(agreement, number, from) },
    })),
    {
      type: 'AgreementProposed',
      data: { agreementId, textVersion, contentHash, proposedBy: draftedBy, proposedOn },
    },
    ...[0, 1, 2].map((party): AgreementEvent => ({
      type: 'AgreementSigned',
      data: {
        ...{ agreementId, partyId: partyOf(agreement, party), textVersion, contentHash, signedOn: from },
        signatoryId: uuidOf(`person ${agreement} ${party}`) as never,
      },
    })),
    { type: 'AgreementEnteredIntoForce', data: { agreementId, textVersion, contentHash, inForceFrom: from } },
  ];
}

function report({ agreement, quarter, day }: Sitting, number: number): AgreementEvent {
  return {
    type: 'ProgressReported',
    data: {
      ...reportedOn(agreement, number, quarter),
      ...{ amount: 1 + (chance(agreement, number, quarter) % 9), realisedOn: addDays(START, day - 3) },
      evidence: `Opleveringsregister ${quarter + 1}, blad ${number}`,
    },
  };
}

/** Both counterparts answer nine times in ten; the first of them disputes now and then. */
function review({ agreement, quarter, debtor }: Sitting, number: number): readonly AgreementEvent[] {
  const on = reportedOn(agreement, number, quarter);
  return [1, 2].flatMap((offset): readonly AgreementEvent[] => {
    const byPartyId = partyOf(agreement, (debtor + offset) % 3);
    const drawn = chance(agreement, number, quarter, offset) % 100;
    if (drawn >= 90) return [];
    if (drawn >= 4 || offset === 2) return [{ type: 'ProgressConfirmed', data: { ...on, byPartyId } }];
    return [
      { type: 'ProgressDisputed', data: { ...on, byPartyId, reasons: 'De oplevering is niet aangetoond.' } },
    ];
  });
}

function stepOf(
  { agreement, task, quarter, day }: Sitting,
  number: number,
  events: readonly AgreementEvent[],
): Step {
  const command = `${agreement} ${task} ${quarter} ${number}`;
  const effectiveAt = `${addDays(START, day)}T09:00:00.000Z` as Instant;
  return {
    stream: `agreement-${agreementIdOf(agreement)}`,
    events: events.map(({ type, data }, part) => ({
      eventId: uuidOf(`${command} ${part}`),
      type,
      data,
      effectiveAt,
    })),
    metadata: {
      ...{ commandId: uuidOf(command), commandHash: 'h'.repeat(64) },
      ...{ personId: uuidOf(`person ${agreement}`), partyId: partyOf(agreement, number % 3) },
    },
  };
}

function commitmentOf(agreement: number, number: number, from: CalendarDate): Commitment {
  const debtorId = partyOf(agreement, number % 3);
  return {
    commitmentId: commitmentIdOf(agreement, number),
    text: `Voor het einde van de looptijd levert de partij onderdeel ${number} van de afspraak op, in goed overleg.`,
    ...{ debtorId, creditors: [partyOf(agreement, (number + 1) % 3), partyOf(agreement, (number + 2) % 3)] },
    ...{ resultKind: 'DWELLINGS_DELIVERED', measure: { kind: 'AMOUNT', amount: 120 }, unit: 'DWELLINGS' },
    ...{ from, deadline: addDays(from, 1_400), territory: territoryOf(agreement), theme: 'MORE_SUPPLY' },
    ...{ targetGroups: ['OLDER_PEOPLE'], priceSegment: null, dwellingKind: 'NEW_BUILD' },
    yearSlices: [
      { year: 2024, amount: 60 },
      { year: 2025, amount: 60 },
    ],
    ...{ source: 'Opleveringsregister', countsTowards: [uuidOf(`target ${agreement % 50}`) as TargetId] },
  };
}

function signatoryOf(agreement: number, party: number): Signatory {
  const kind = (['MUNICIPALITY', 'CORPORATION', 'TENANTS_ORGANISATION'] as const)[party] ?? 'CORPORATION';
  const territory = party === 0 ? territoryOf(agreement) : null;
  return { partyId: partyOf(agreement, party), kind, territory, workingArea: [territoryOf(agreement)] };
}

const territoryOf = (agreement: number): string =>
  `GM${String(1 + (agreement % MUNICIPALITIES)).padStart(4, '0')}`;
const partyOf = (agreement: number, party: number): PartyId =>
  uuidOf(`party ${agreement % MUNICIPALITIES} ${party}`) as PartyId;
const agreementIdOf = (agreement: number): AgreementId => uuidOf(`agreement ${agreement}`) as AgreementId;
const commitmentIdOf = (agreement: number, number: number): CommitmentId =>
  uuidOf(`commitment ${agreement} ${number}`) as CommitmentId;

const reportedOn = (agreement: number, number: number, quarter: number) => ({
  agreementId: agreementIdOf(agreement),
  commitmentId: commitmentIdOf(agreement, number),
  reportId: uuidOf(`report ${agreement} ${number} ${quarter}`) as ReportId,
});

/** A number that looks drawn and is the same every time. */
function chance(...of: readonly number[]): number {
  let hash = 2_166_136_261;
  for (const part of of) hash = Math.imul(hash ^ (part + 1), 16_777_619) ^ (hash >>> 13);
  return hash >>> 0;
}

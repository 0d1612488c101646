import { AGREEMENT_EVENT_TYPES, type AgreementEvent } from '@intekenboek/agreements-domain';
import {
  type FeedPosition,
  instant,
  type PersonId,
  type RecordedEvent,
} from '@intekenboek/event-sourcing-core';

import {
  agreementId,
  conditionId,
  CORPORATION,
  day,
  draftData,
  homes,
  HOMES,
  LAND,
  MUNICIPALITY,
  reportId,
  TENANTS,
} from './agreement.fixtures';
import { agreementIntegration } from './agreement.integration';

const of = { agreementId };
const ofReport = { agreementId, commitmentId: HOMES, reportId: reportId('first') };
const commitment = { ...homes, unit: 'DWELLINGS' };
const condition = { conditionId, dependentId: HOMES, prerequisiteId: LAND, neededBy: day('2026-12-31') };
const text = { textVersion: 1, contentHash: 'a1'.repeat(32) };
const signatoryId = 'person-7' as PersonId;
const realisedOn = day('2026-02-01');

const { signatoryIds, legalBasis, ...heading } = draftData;
const signatories = signatoryIds.map((partyId) => ({
  partyId,
  kind: 'CORPORATION' as const,
  territory: null,
  workingArea: [],
}));

/** Every event with all that others may know of it. */
const PUBLISHED: readonly (readonly [AgreementEvent, object | null])[] = [
  [
    { type: 'AgreementDrafted', data: { ...heading, signatories, legalBasis, draftedBy: CORPORATION } },
    { type: 'agreements.agreement-drafted.v1', data: { ...heading, signatoryIds } },
  ],
  [
    { type: 'CommitmentAdded', data: { ...of, commitment } },
    { type: 'agreements.commitment-recorded.v1', data: { ...of, commitment } },
  ],
  [
    { type: 'CommitmentRevised', data: { ...of, commitment } },
    { type: 'agreements.commitment-recorded.v1', data: { ...of, commitment } },
  ],
  [
    { type: 'CommitmentRemoved', data: { ...of, commitmentId: HOMES } },
    { type: 'agreements.commitment-removed.v1', data: { ...of, commitmentId: HOMES } },
  ],
  [
    { type: 'ConditionAdded', data: { ...of, condition } },
    { type: 'agreements.condition-recorded.v1', data: { ...of, condition } },
  ],
  [
    { type: 'ConditionRemoved', data: { ...of, conditionId } },
    { type: 'agreements.condition-removed.v1', data: { ...of, conditionId } },
  ],
  [{ type: 'OneSidednessExplained', data: { ...of, explanation: 'Al geleverd.' } }, null],
  [
    {
      type: 'TenantsDeclined',
      data: { ...of, partyId: TENANTS, reason: 'Geen tijd dit jaar.', recordedBy: TENANTS },
    },
    { type: 'agreements.signatory-left.v1', data: { ...of, partyId: TENANTS } },
  ],
  [
    {
      type: 'TenantsDeclined',
      data: { ...of, partyId: null, reason: 'Er is geen organisatie.', recordedBy: CORPORATION },
    },
    null,
  ],
  [
    { type: 'AgreementProposed', data: { ...of, ...text, proposedBy: CORPORATION, proposedOn: realisedOn } },
    null,
  ],
  [
    {
      type: 'ProposalWithdrawn',
      data: { ...of, textVersion: 1, reason: 'Terug naar de tafel.', withdrawnBy: TENANTS },
    },
    null,
  ],
  [
    {
      type: 'AgreementSigned',
      data: { ...of, ...text, partyId: TENANTS, signatoryId, signedOn: realisedOn },
    },
    null,
  ],
  [
    {
      type: 'AgreementDeclined',
      data: { ...of, partyId: TENANTS, signatoryId, textVersion: 1, reasons: 'Te weinig.' },
    },
    null,
  ],
  [
    { type: 'AgreementEnteredIntoForce', data: { ...of, ...text, inForceFrom: realisedOn } },
    {
      type: 'agreements.agreement-in-force.v1',
      data: { ...of, inForceFrom: realisedOn, contentHash: text.contentHash },
    },
  ],
  [
    { type: 'ProgressReported', data: { ...ofReport, amount: 30, realisedOn, evidence: 'Opleverlijst' } },
    { type: 'agreements.progress-reported.v1', data: { ...ofReport, amount: 30, realisedOn } },
  ],
  [
    { type: 'ProgressConfirmed', data: { ...ofReport, byPartyId: MUNICIPALITY } },
    { type: 'agreements.progress-confirmed.v1', data: { ...ofReport, byPartyId: MUNICIPALITY } },
  ],
  [
    { type: 'ProgressDisputed', data: { ...ofReport, byPartyId: MUNICIPALITY, reasons: 'Het zijn er 25.' } },
    { type: 'agreements.progress-disputed.v1', data: { ...ofReport, byPartyId: MUNICIPALITY } },
  ],
  [
    {
      type: 'ProgressCorrected',
      data: {
        ...ofReport,
        correctsReportId: reportId('earlier'),
        amount: 25,
        realisedOn,
        evidence: null,
        reason: 'Vijf te veel geteld.',
      },
    },
    {
      type: 'agreements.progress-corrected.v1',
      data: { ...ofReport, correctsReportId: reportId('earlier'), amount: 25, realisedOn },
    },
  ],
];

const recorded = ({ type, data }: AgreementEvent): RecordedEvent => ({
  eventId: 'event-1',
  type,
  data,
  effectiveAt: instant('2026-02-01T08:00:00Z'),
  recordedAt: instant('2026-02-01T09:00:00Z'),
  stream: `agreement-${agreementId}`,
  revision: 0,
  position: '1' as FeedPosition,
  metadata: { commandId: 'command-1', commandHash: 'hash', personId: 'person-1', partyId: CORPORATION },
});

describe('what other contexts may know of an agreement', () => {
  it.each(PUBLISHED)('$type', (event, expected) => {
    expect(agreementIntegration.translate(recorded(event))).toEqual(expected === null ? [] : [expected]);
  });

  it('is decided for every event', () => {
    expect(new Set(PUBLISHED.map(([{ type }]) => type))).toEqual(new Set(AGREEMENT_EVENT_TYPES));
    expect(agreementIntegration.eventTypes).toEqual(AGREEMENT_EVENT_TYPES);
  });

  it('does not grow by itself when a stored commitment holds more', () => {
    const stored = { ...commitment, tenant: 'J. Jansen' };
    const [published] = agreementIntegration.translate(
      recorded({ type: 'CommitmentAdded', data: { ...of, commitment: stored } }),
    );
    expect(published?.data).toEqual({ ...of, commitment });
  });
});

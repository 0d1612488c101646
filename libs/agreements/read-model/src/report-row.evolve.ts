import { type AgreementEvent, decodeAgreementEvent } from '@intekenboek/agreements-domain';
import type { RecordedEvent } from '@intekenboek/event-sourcing-core';

import type { ReportRow, ReportView, StanceView } from './agreement.tables';
import { timesOf } from './agreement-signing.evolve';
import { commitmentKeyOf } from './commitment-row.evolve';

/** The reports that an event is about, by their keys: a correction is about the old one and the new one. */
export function reportKeysOf(recorded: RecordedEvent): string | readonly string[] {
  const { type, data } = decodeAgreementEvent(recorded.type, recorded.data);
  switch (type) {
    case 'ProgressReported':
    case 'ProgressConfirmed':
    case 'ProgressDisputed':
      return keyOf(data, data.reportId);
    case 'ProgressCorrected':
      return [keyOf(data, data.correctsReportId), keyOf(data, data.reportId)];
    case 'AgreementDrafted':
    case 'CommitmentAdded':
    case 'CommitmentRevised':
    case 'CommitmentRemoved':
    case 'ConditionAdded':
    case 'ConditionRemoved':
    case 'OneSidednessExplained':
    case 'TenantsDeclined':
    case 'AgreementProposed':
    case 'ProposalWithdrawn':
    case 'AgreementSigned':
    case 'AgreementDeclined':
    case 'AgreementEnteredIntoForce':
      return [];
  }
}

type OfCommitment = Readonly<Record<'agreementId' | 'commitmentId', string>>;

const keyOf = ({ agreementId, commitmentId }: OfCommitment, reportId: string): string =>
  `${commitmentKeyOf(agreementId, commitmentId)} ${reportId}`;

/** The report as it reads after an event that is about it. */
export function evolveReportRow(
  row: ReportRow | null,
  recorded: RecordedEvent,
  key: string,
): ReportRow | null {
  const event = decodeAgreementEvent(recorded.type, recorded.data);
  if (row === null) return made(event, recorded, key);
  const change = changeOf(row.report, event, recorded);
  return change === null ? row : { ...row, report: { ...row.report, ...change } };
}

function made({ type, data }: AgreementEvent, recorded: RecordedEvent, key: string): ReportRow | null {
  if (type !== 'ProgressReported' && type !== 'ProgressCorrected') return null;
  const { agreementId, commitmentId, reportId, amount, realisedOn, evidence } = data;
  // A correction is also about the report before it, which is not made by it.
  if (keyOf(data, reportId) !== key) return null;
  const [correctsReportId, correctionReason] =
    type === 'ProgressCorrected' ? [data.correctsReportId, data.reason] : [null, null];
  const content = { reportId, amount, realisedOn, evidence, correctsReportId, correctionReason };
  return {
    report_key: key,
    commitment_key: commitmentKeyOf(agreementId, commitmentId),
    report: { ...content, correctedBy: null, stances: [], ...timesOf(recorded) },
    reported_position: recorded.position,
  };
}

function changeOf(
  { reportId, stances }: ReportView,
  event: AgreementEvent,
  recorded: RecordedEvent,
): Partial<ReportView> | null {
  if (event.type === 'ProgressCorrected')
    return event.data.correctsReportId === reportId ? { correctedBy: event.data.reportId } : null;
  const stance = stanceIn(event, recorded);
  return stance === null ? null : { stances: [...stances, stance] };
}

function stanceIn({ type, data }: AgreementEvent, recorded: RecordedEvent): StanceView | null {
  if (type === 'ProgressConfirmed')
    return { partyId: data.byPartyId, kind: 'CONFIRMED', reasons: null, ...timesOf(recorded) };
  if (type === 'ProgressDisputed')
    return { partyId: data.byPartyId, kind: 'DISPUTED', reasons: data.reasons, ...timesOf(recorded) };
  return null;
}

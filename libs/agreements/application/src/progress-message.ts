import type {
  AgreementId,
  CommitmentId,
  CorrectProgress,
  ReportId,
  ReportProgress,
} from '@intekenboek/agreements-domain';
import { calendarDate, type CommandMeta, instant, uuidOf } from '@intekenboek/event-sourcing-core';
import type { ProgressMessage, ProgressReportMessageV1 } from '@intekenboek/messaging-contracts';

/** Who sends a message, when it came in, and under which id. When it happened in the world, the message may say. */
export type MessageMeta = Omit<CommandMeta, 'effectiveAt'>;

/**
 * What a message of another system asks for: the same command as the API makes of its mutation.
 * @throws KernelRejected DATE_INVALID or INSTANT_INVALID for a day or moment that its schema let through.
 */
export function progressCommandOf(
  { type, data }: ProgressMessage,
  sent: MessageMeta,
): ReportProgress | CorrectProgress {
  const meta: CommandMeta = {
    ...sent,
    effectiveAt: data.effectiveAt === undefined ? sent.at : instant(data.effectiveAt),
  };
  const report = reportOf(data, sent);
  switch (type) {
    case 'nl.intekenboek.progress-reports.report-submitted.v1':
      return { type: 'ReportProgress', meta, data: report };
    case 'nl.intekenboek.progress-reports.correction-submitted.v1': {
      const { correctsReportId, reason } = data;
      const correction = { ...report, correctsReportId: correctsReportId as ReportId, reason };
      return { type: 'CorrectProgress', meta, data: correction };
    }
  }
}

function reportOf(data: ProgressReportMessageV1, { commandId }: MessageMeta): ReportProgress['data'] {
  const { agreementId, commitmentId, amount, realisedOn, evidence = null } = data;
  return {
    agreementId: agreementId as AgreementId,
    commitmentId: commitmentId as CommitmentId,
    // The same message again must report the same.
    reportId: (data.reportId ?? uuidOf(`report:${commandId}`)) as ReportId,
    amount,
    realisedOn: calendarDate(realisedOn),
    evidence,
  };
}

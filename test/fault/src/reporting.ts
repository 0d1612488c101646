import { sendUntilKept } from '@intekenboek/product-testing';
import { numbered } from './registering';

const TOPIC = 'intekenboek.progress-reports.v1';
const EVERY_MS = 200;

/** What the walk-through of the README agreed on: the corporation builds, and reports dwelling by dwelling. */
const AGREEMENT = '4b862744-dfb5-55a3-8474-6945fb629803';
const COMMITMENT = 'efd28d6b-e634-5569-b74a-1191ec65802e';

/** The system of a corporation that reports progress by messages, some of them twice, as systems do after a crash. */
export class Reporting {
  /** Ids of reports that the broker has, so that each must end up in the log once. */
  readonly sent: string[] = [];

  constructor(
    private readonly brokers: string,
    private readonly authorization: string,
  ) {}

  run(signal: AbortSignal): Promise<void> {
    return sendUntilKept(this.brokers, TOPIC, this.messages(signal));
  }

  private async *messages(signal: AbortSignal) {
    while (!signal.aborted) {
      const reportId = numbered('0000beef', this.sent.length + 1);
      const message = { key: COMMITMENT, value: valueOf(reportId), authorization: this.authorization };
      yield message;
      // The producer asks for the next one only when the broker has this one.
      this.sent.push(reportId);
      if (this.sent.length % 3 === 0) yield message;
      await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
    }
  }
}

const valueOf = (reportId: string): string =>
  JSON.stringify({
    specversion: '1.0',
    id: reportId,
    source: 'urn:nld:kvknr:12345678:systeem:voortgang',
    type: 'nl.intekenboek.progress-reports.report-submitted.v1',
    datacontenttype: 'application/json',
    data: { agreementId: AGREEMENT, commitmentId: COMMITMENT, reportId, amount: 1, realisedOn: '2026-10-31' },
  });

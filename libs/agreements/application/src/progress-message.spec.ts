import { instant, uuidOf } from '@intekenboek/event-sourcing-core';
import { someone } from '@intekenboek/event-sourcing-testing';
import type { ProgressMessage } from '@intekenboek/messaging-contracts';

import { agreementId, CORPORATION, day, HOMES, reportId } from './agreement.fixtures';
import { progressCommandOf } from './progress-message';

const meta = {
  commandId: uuidOf('command:message'),
  actor: someone({ partyId: CORPORATION }),
  at: instant('2026-11-21T09:00:00Z'),
  today: day('2026-11-21'),
};
const report = { agreementId, commitmentId: HOMES, amount: 12, realisedOn: '2026-10-15' };
const reported = (data: object): ProgressMessage => ({
  id: '1',
  source: 'urn:nld:kvknr:12345678:systeem:voortgang',
  type: 'nl.intekenboek.progress-reports.report-submitted.v1',
  data: { ...report, ...data },
});

describe('a report of another system', () => {
  it('asks for what the API asks for', () => {
    const message = reported({ reportId: reportId('first'), evidence: 'Opleveringsregister' });
    expect(progressCommandOf(message, meta)).toEqual({
      type: 'ReportProgress',
      meta: { ...meta, effectiveAt: meta.at },
      data: { ...report, reportId: reportId('first'), evidence: 'Opleveringsregister' },
    });
  });

  it('happened when it came in, unless it says that it was earlier', () => {
    const { meta: told } = progressCommandOf(reported({ effectiveAt: '2026-10-16T09:30:00+02:00' }), meta);
    expect(told).toEqual({ ...meta, effectiveAt: '2026-10-16T07:30:00.000Z' });
  });

  it('has an id of its own, the same each time that it comes, when its sender chose none', () => {
    const idOf = (commandId: string) => progressCommandOf(reported({}), { ...meta, commandId }).data.reportId;
    expect(idOf(meta.commandId)).toBe(idOf(meta.commandId));
    expect(idOf(meta.commandId)).not.toBe(idOf(uuidOf('command:another')));
  });

  it('has no evidence when it names none', () => {
    expect(progressCommandOf(reported({}), meta).data.evidence).toBeNull();
  });

  it.each([{ effectiveAt: '2026-10-16 09:30:00Z' }, { realisedOn: '2026-02-30' }])(
    'is refused for a time that the record could not keep: %j',
    (data) => {
      expect(() => progressCommandOf(reported(data), meta)).toThrow(/_INVALID/);
    },
  );
});

describe('a correction of another system', () => {
  it('asks for what the API asks for', () => {
    const correction = {
      ...report,
      reportId: reportId('second'),
      correctsReportId: reportId('first'),
      reason: 'Eén woning is pas in november opgeleverd.',
    };
    const type = 'nl.intekenboek.progress-reports.correction-submitted.v1';
    expect(progressCommandOf({ id: '2', source: 'urn:x', type, data: correction }, meta)).toEqual({
      type: 'CorrectProgress',
      meta: { ...meta, effectiveAt: meta.at },
      data: { ...correction, evidence: null },
    });
  });
});

import type { ReportId } from '@intekenboek/agreements-domain';
import {
  addDays,
  type CalendarDate,
  calendarDate,
  daysBetween,
  earliest,
  type PartyId,
} from '@intekenboek/event-sourcing-core';

import type { DemoAgreement, DemoCommitment } from './demo-agreement';
import { demoMeta } from './demo-commands';
import { demoId } from './demo-ids';
import { actorFor, type Loading } from './loading';

interface DemoReport {
  readonly on: CalendarDate;
  readonly amount: number;
}

/** Reports at the end of every half-year or quarter up to today; creditors confirm most of them and dispute a few. */
export async function loadProgress(loading: Loading, agreement: DemoAgreement): Promise<void> {
  for (const commitment of agreement.commitments) {
    const reports = reportsOf(commitment, loading.today.today);
    for (const [order, report] of reports.entries()) {
      await reportOne(loading, agreement, {
        commitment,
        report,
        order,
        isLast: order === reports.length - 1,
      });
    }
  }
}

interface ReportOfDemo {
  readonly commitment: DemoCommitment;
  readonly report: DemoReport;
  readonly order: number;
  readonly isLast: boolean;
}

async function reportOne(loading: Loading, agreement: DemoAgreement, one: ReportOfDemo): Promise<void> {
  const { commitment, report, order } = one;
  const { agreementId } = agreement;
  const { commitmentId, debtorId } = commitment.wording;
  const reportId = demoId(`report:${commitmentId}:${order}`) as ReportId;
  const of = { agreementId, commitmentId, reportId };
  const moment = { name: `report:${reportId}`, on: addDays(report.on, 9) };
  await loading.commands.reportProgress({
    type: 'ReportProgress',
    data: { ...of, amount: report.amount, realisedOn: report.on, evidence: `demo/${report.on}` },
    meta: metaOf(loading, agreement, debtorId, moment),
  });

  const creditor = commitment.wording.creditors.find((party): party is PartyId => party !== 'PUBLIC');
  if (creditor === undefined) return;
  const answer = { name: `answer:${reportId}`, on: addDays(report.on, 30) };
  const meta = metaOf(loading, agreement, creditor, answer);
  if (commitment.disputed === order) {
    const reasons =
      'De opgegeven aantallen komen niet overeen met de opleveringen die wij zien (demonstratie).';
    await loading.commands.disputeProgress({ type: 'DisputeProgress', data: { ...of, reasons }, meta });
  } else if (!one.isLast) {
    await loading.commands.confirmProgress({ type: 'ConfirmProgress', data: of, meta });
  }
}

function metaOf(
  { today }: Loading,
  { signatories }: DemoAgreement,
  partyId: PartyId,
  { name, on }: { readonly name: string; readonly on: CalendarDate },
) {
  const signatory = signatories.find((party) => party.partyId === partyId);
  if (signatory === undefined) throw new Error(`${partyId} is no signatory.`);
  return demoMeta(name, actorFor(signatory), on, today);
}

/** What is reported: increases for amounts, the level for a share, once for a result that is done. */
export function reportsOf({ wording, pace }: DemoCommitment, today: CalendarDate): readonly DemoReport[] {
  const { measure, from, deadline } = wording;
  if (pace === null || measure.kind === 'EFFORT') return [];
  const days = reportingDays(from, deadline, earliest(deadline, addDays(today, -1)));
  if (measure.kind === 'PROCESS_RESULT') {
    const done = addDays(deadline, -20);
    return done < today ? [{ on: done, amount: 1 }] : [];
  }
  if (measure.kind === 'SHARE') {
    return days.map((on, index) => ({
      on,
      amount: Math.round(measure.percent * pace + ((index * 7) % 3) - 1),
    }));
  }
  const whole = measure.kind === 'BAND' ? measure.min : measure.amount;
  const length = daysBetween(from, deadline);
  let before = 0;
  return days.flatMap((on) => {
    const upTo = Math.min(whole, Math.round(whole * pace * (daysBetween(from, on) / length)));
    const amount = upTo - before;
    before = upTo;
    return amount > 0 ? [{ on, amount }] : [];
  });
}

/** The last days of half-years; of quarters for a promise of a year or less. */
function reportingDays(
  from: CalendarDate,
  deadline: CalendarDate,
  until: CalendarDate,
): readonly CalendarDate[] {
  const days = daysBetween(from, deadline) < 370 ? ['03-31', '06-30', '09-30', '12-31'] : ['06-30', '12-31'];
  const years = Array.from({ length: 10 }, (_, index) => Number(from.slice(0, 4)) + index);
  const ends = years.flatMap((year) => days.map((day) => calendarDate(`${year}-${day}`)));
  const within = ends.filter((end) => end > from && end <= until);
  // A promise of a few months reports on its last day.
  return within.length > 0 ? within : until > from ? [until] : [];
}

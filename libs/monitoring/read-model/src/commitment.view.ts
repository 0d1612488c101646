import type { CalendarDate } from '@intekenboek/event-sourcing-core';
import {
  type AgreementId,
  type CommitmentId,
  type EscalationId,
  subjectKey,
} from '@intekenboek/messaging-contracts';

import { commitmentKey } from './commitment.rows';
import type { JudgedCommitment, JudgedDay } from './judged-day';
import { partyView, type PartyView, placeName } from './names';
import { isOpenOn } from './overview';
import { type Reader, viewOf } from './sight';
import { type CommitmentReference, verdictView, type VerdictView } from './verdict.view';

/** A prerequisite, with the day by which it is needed. */
export interface ConditionView {
  readonly commitment: CommitmentReference;
  readonly neededBy: CalendarDate;
}

/** A commitment in force with its verdict on a day, as one reader sees it. */
export interface CommitmentView {
  readonly id: CommitmentId;
  readonly agreementId: AgreementId;
  readonly agreementTitle: string;
  readonly text: string;
  readonly debtor: PartyView;
  /** Without the public. */
  readonly creditors: readonly PartyView[];
  readonly isOwedToPublic: boolean;
  readonly resultKind: string;
  readonly unit: string;
  readonly from: CalendarDate;
  readonly deadline: CalendarDate;
  readonly territory: string;
  readonly territoryName: string;
  readonly targetGroups: readonly string[];
  readonly conditions: readonly ConditionView[];
  readonly verdict: VerdictView;
  /** The case about it that is open on the day. */
  readonly openEscalationId: EscalationId | null;
}

/** Finds what stands beside a commitment on a judged day. */
export function commitmentViews(
  day: JudgedDay,
  reader: Reader,
): (judged: JudgedCommitment) => CommitmentView {
  const { facts, moment } = day;
  const open = new Map(
    facts.escalations
      .filter((row) => isOpenOn(row, moment.asOf))
      .map(({ subject, escalation_id }) => [subjectKey(subject), escalation_id]),
  );
  const party = (partyId: PartyView['id']) => partyView(facts.parties, partyId);

  const conditionsOf = ({ facts: { agreementId, conditions } }: JudgedCommitment): readonly ConditionView[] =>
    conditions.flatMap(({ prerequisiteId: id, neededBy }) => {
      const row = facts.commitmentsByKey.get(commitmentKey(agreementId, id))?.row;
      if (row === undefined) return [];
      return [{ commitment: { id, text: row.commitment.text, party: party(row.debtor_id) }, neededBy }];
    });

  return (judged) => {
    const { row, agreement, verdict } = judged;
    const { commitment } = row;
    return {
      id: row.commitment_id,
      agreementId: row.agreement_id,
      agreementTitle: agreement.row.title,
      text: commitment.text,
      debtor: party(row.debtor_id),
      creditors: verdict.creditorIds.map(party),
      isOwedToPublic: row.creditors.includes('PUBLIC'),
      resultKind: commitment.resultKind,
      unit: commitment.unit,
      from: commitment.from,
      deadline: commitment.deadline,
      territory: row.territory,
      territoryName: placeName(row.territory, moment.asOf),
      targetGroups: commitment.targetGroups,
      conditions: conditionsOf(judged),
      verdict: verdictView(verdict, viewOf([judged], reader), facts),
      openEscalationId: open.get(subjectKey(verdict.subject)) ?? null,
    };
  };
}

import { type CalendarDate, calendarDate } from '@intekenboek/event-sourcing-core';

import { TargetRejected } from './target.errors';

/** On this day so much must have been reached, counted from the start of the period. */
export interface Milestone {
  readonly on: CalendarDate;
  readonly cumulative: number;
}

/**
 * Rule 7: milestones ascend in day and number, lie in the period and end on its last day with the whole. None at all
 * is a straight line.
 * @throws TargetRejected PATH_INVALID naming the milestone and what is expected.
 */
export function requirePath(
  milestones: readonly Milestone[],
  period: { readonly from: CalendarDate; readonly until: CalendarDate },
  quantity: number,
): void {
  if (milestones.length === 0) return;
  let before: Milestone = { on: period.from, cumulative: 0 };
  for (const milestone of milestones) {
    calendarDate(milestone.on);
    if (milestone.on < before.on || milestone.on > period.until)
      throw invalid(milestone, 'days ascend within the period');
    if (milestone.cumulative < before.cumulative) throw invalid(milestone, 'numbers never go down');
    before = milestone;
  }
  if (before.on !== period.until || before.cumulative !== quantity) {
    throw invalid(before, `the last milestone is ${quantity} on ${period.until}`);
  }
}

const invalid = ({ on, cumulative }: Milestone, expected: string) =>
  new TargetRejected('PATH_INVALID', { rule: '7', field: 'milestones', on, cumulative, expected });

import type { VerdictV1 } from '@intekenboek/messaging-contracts';
import type { Verdict } from '@intekenboek/monitoring-domain';

/** The verdict as other contexts know it. Field by field: what a verdict may come to hold later stays here. */
export const verdictV1 = (verdict: Verdict): VerdictV1 => ({
  subject: verdict.subject,
  asOf: verdict.asOf,
  state: verdict.state,
  expected: verdict.expected,
  realised: verdict.realised,
  confirmed: verdict.confirmed,
  disputed: verdict.disputed,
  ratio: verdict.ratio,
  forecast: verdict.forecast?.mid ?? null,
  attribution: verdict.attribution,
  ruleVersion: verdict.ruleVersion,
  inputs: verdict.inputs,
  unit: verdict.unit,
  territory: verdict.territory,
  debtorId: verdict.debtorId,
  creditorIds: verdict.creditorIds,
  route: verdict.route,
  halfYear: verdict.halfYear,
});

import type { Evidence } from '@intekenboek/escalations-domain';
import type { VerdictV1 } from '@intekenboek/messaging-contracts';

/** The verdict as a case keeps it. Fields are named one by one, so that a case never stores what it does not know. */
export const evidenceOf = (verdict: VerdictV1): Evidence => ({
  subject: verdict.subject,
  asOf: verdict.asOf,
  state: verdict.state,
  expected: verdict.expected,
  realised: verdict.realised,
  confirmed: verdict.confirmed,
  disputed: verdict.disputed,
  ratio: verdict.ratio,
  forecast: verdict.forecast,
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

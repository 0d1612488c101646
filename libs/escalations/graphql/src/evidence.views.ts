import type { Evidence } from '@intekenboek/escalations-domain';
import type { EscalationRow } from '@intekenboek/escalations-read-model';
import { type Actor, canonicalJson } from '@intekenboek/event-sourcing-core';
import { shownPersonCount } from '@intekenboek/reference-data-facts';

import type { CaseNames } from './case-names';
import type { EscalationEvidenceType } from './escalation.types';

/**
 * The evidence of a case as its reader sees it. Persons that parties counted are protected from who is not one of them,
 * supervisors included; what an authority published of a taakstelling is not (domain section 10).
 */
export function evidenceOf(
  { evidence, concerned_party_ids }: EscalationRow,
  names: CaseNames,
  reader: Actor,
): readonly EscalationEvidenceType[] {
  const isConcerned = concerned_party_ids.includes(reader.partyId);
  return evidence.map((verdict) => ({
    subject: names.subject(verdict.subject),
    asOf: verdict.asOf,
    state: verdict.state,
    expected: verdict.expected,
    unit: verdict.unit,
    ruleVersion: verdict.ruleVersion,
    ...(isConcerned || !countsPersons(verdict) ? inFull(verdict) : protectedFigures(verdict)),
  }));
}

const countsPersons = ({ unit, subject }: Evidence): boolean =>
  unit === 'PERSONS' && subject.kind === 'COMMITMENT';

const inFull = ({ realised, confirmed, disputed, ratio, forecast, inputs }: Evidence) => ({
  ...{ realised, confirmed, disputed, ratio, forecast },
  isSuppressed: false,
  inputs: canonicalJson(inputs),
});

// The ratio and the inputs would tell what was hidden.
const protectedFigures = ({ realised, confirmed, disputed, forecast }: Evidence) => ({
  realised: shownPersonCount(realised),
  confirmed: shownPersonCount(confirmed),
  disputed: shownPersonCount(disputed),
  ratio: null,
  forecast: forecast === null ? null : shownPersonCount(forecast),
  isSuppressed: true,
  inputs: null,
});

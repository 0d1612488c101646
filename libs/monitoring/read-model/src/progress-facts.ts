import type { ProgressFacts } from '@intekenboek/monitoring-application';
import type { Moment } from '@intekenboek/monitoring-domain';

import { bindsOn, existsOn, type Facts, targetFacts } from './facts';
import { governingAmong } from './governing';
import { commitmentsByTarget } from './links';

/** The facts without names and pages: what is judged for the escalation policy. */
export function progressFactsOf(facts: Facts, moment: Moment): ProgressFacts {
  const binding = facts.commitments.filter((each) => bindsOn(each, moment));
  const countedFor = commitmentsByTarget(binding, moment.asOf);
  const governing = governingAmong(facts.parties);
  return {
    commitments: binding.map((each) => each.facts),
    targets: facts.parts
      .filter((part) => existsOn(part, moment))
      .map((part) => targetFacts(part, countedFor(part), governing(part.row.territory, moment.asOf))),
  };
}

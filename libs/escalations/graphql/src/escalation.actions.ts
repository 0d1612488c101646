import { decidingRoles, PLACING_ROLES, SPEAKING_ROLES } from '@intekenboek/escalations-domain';
import type { EscalationRow } from '@intekenboek/escalations-read-model';
import { type Actor, hasRole } from '@intekenboek/event-sourcing-core';

import type { EscalationAction } from './escalation.enums';

/** What this person may do in this case now. The decider has the last word; this saves a refusal. */
export const actionsOf = (row: EscalationRow, actor: Actor): readonly EscalationAction[] => [
  ...speechOf(row, actor),
  ...decisionsOf(row, actor),
];

function speechOf(row: EscalationRow, actor: Actor): readonly EscalationAction[] {
  const isWaiting = row.status === 'OPEN' || row.status === 'PROPOSED';
  if (!isWaiting || !hasRole(actor, ...SPEAKING_ROLES)) return [];
  if (actor.partyId === row.responding_party_id) return ['RESPOND'];
  return row.concerned_party_ids.includes(actor.partyId) ? ['GIVE_VIEW'] : [];
}

function decisionsOf(row: EscalationRow, actor: Actor): readonly EscalationAction[] {
  if (!row.to_decide_party_ids.includes(actor.partyId)) return [];
  if (row.route === 'AGREED') return hasRole(actor, ...decidingRoles(actor)) ? ['DECIDE'] : [];
  return hasRole(actor, ...PLACING_ROLES) ? ['ACCEPT_PLACEMENT', 'SET_ASIDE_PLACEMENT'] : [];
}

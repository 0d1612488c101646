import type { Actor, PartyId } from '@intekenboek/event-sourcing-core';

import type { Escalation } from './escalation.state';

/** Who may know of a case, besides those who may know of every case. */
export interface Circle {
  /** The province (PV..) that supervises the territory of the case. */
  readonly province: string | null;
  /** The party that must respond, the parties concerned, and those that decide on the rungs reached. */
  readonly partyIds: readonly PartyId[];
}

/**
 * Need to know (domain section 10): the parties of a case, the province of its territory, the national programme
 * office and the ministry. To everyone else the case does not exist.
 */
export const mayKnow = (actor: Actor, { province, partyIds }: Circle): boolean =>
  actor.partyKind === 'NATIONAL_PROGRAMME' ||
  actor.partyKind === 'MINISTRY' ||
  (actor.partyKind === 'PROVINCE' && province !== null && actor.territory === province) ||
  partyIds.includes(actor.partyId);

/** Null for a case that was never raised. */
export function circleOf(escalation: Escalation): Circle | null {
  if (escalation.status === 'NotRaised') return null;
  const { province, respondingPartyId, concernedPartyIds } = escalation;
  const deciding =
    escalation.route === 'STATUTORY'
      ? [escalation.provinceId]
      : escalation.rungs
          .filter(({ number }) => number <= escalation.rung)
          .flatMap(({ decidingPartyIds }) => decidingPartyIds);
  return { province, partyIds: [respondingPartyId, ...concernedPartyIds, ...deciding] };
}

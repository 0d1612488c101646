import { type Actor, type CalendarDate, hasRole } from '@intekenboek/event-sourcing-core';
import { isTerritoryWithin, territoryCode } from '@intekenboek/reference-data-facts';

import { TargetRejected } from './target.errors';
import type { KnownTarget } from './target.state';

/** A nation's target is set by a ministry or the programme office, others by whoever governs the territory. */
export function requireTerritoryAuthority(actor: Actor, territory: string, on: CalendarDate): void {
  const isNational = actor.partyKind === 'MINISTRY' || actor.partyKind === 'NATIONAL_PROGRAMME';
  const governs = actor.partyKind === 'PROVINCE' || actor.partyKind === 'MUNICIPALITY';
  const isOwn = governs && actor.territory !== null && isWithin(territory, actor.territory, on);
  if ((isNational || isOwn) && hasRole(actor, 'DRAFTER', 'ADMIN')) return;
  throw new TargetRejected('NOT_AUTHORISED_FOR_TERRITORY', { rule: '7', field: 'territory', territory });
}

/** Huisvestingswet 2014 art. 29: the number is the minister's. */
export function requireTaakstellingAuthority(actor: Actor): void {
  if (actor.partyKind === 'MINISTRY' && hasRole(actor, 'DRAFTER', 'ADMIN')) return;
  throw new TargetRejected('NOT_TAAKSTELLING_AUTHORITY', { rule: '7', partyKind: 'MINISTRY' });
}

/** Results of a taakstelling come from the national agency that knows them (COA) or the ministry. */
export function requireRealisationAuthority(actor: Actor, target: KnownTarget): void {
  if (target.realisedBy === 'COMMITMENTS') {
    throw new TargetRejected('REALISATION_FROM_COMMITMENTS', { rule: '7', field: 'targetId' });
  }
  const isNational = actor.partyKind === 'NATIONAL_AGENCY' || actor.partyKind === 'MINISTRY';
  if (isNational && hasRole(actor, 'REPORTER', 'ADMIN')) return;
  throw new TargetRejected('NOT_REALISATION_AUTHORITY', { rule: '7', partyKind: 'NATIONAL_AGENCY' });
}

// An unknown code is refused later, as a fault of the form and not of the person.
function isWithin(inner: string, outer: string, on: CalendarDate): boolean {
  try {
    return isTerritoryWithin(territoryCode(inner), territoryCode(outer), on);
  } catch {
    return false;
  }
}

import type { CalendarDate, PartyId, PartyKind } from '@intekenboek/event-sourcing-core';
import { FACTS_BEGIN, territoryCode, territoryName, UNITS } from '@intekenboek/reference-data-facts';

import type { PartyRow } from './monitoring.tables';

/** A party by its name, as it was registered. */
export interface PartyView {
  readonly id: PartyId;
  readonly name: string;
  /** Null for a party that the register does not know. */
  readonly kind: PartyKind | null;
}

export interface UnitWords {
  readonly nl: string;
  readonly en: string;
}

const units = new Map<string, UnitWords>(UNITS.map(({ code, nl, en }) => [code, { nl, en }]));

/** What a unit is called; its code when the list does not know it. */
export const unitWords = (code: string): UnitWords => units.get(code) ?? { nl: code, en: code };

export function partyView(parties: ReadonlyMap<PartyId, PartyRow>, partyId: PartyId): PartyView {
  const party = parties.get(partyId);
  return { id: partyId, name: party?.name ?? partyId, kind: party?.kind ?? null };
}

/** The name of a territory on a day; its code when the facts do not know it. */
export function placeName(territory: string, day: CalendarDate): string {
  const isCode = /^(NL|PV\d{2}|GM\d{4})$/.test(territory);
  return isCode ? territoryName(territoryCode(territory), day < FACTS_BEGIN ? FACTS_BEGIN : day) : territory;
}

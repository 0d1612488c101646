import type { CalendarDate, PartyId, PartyKind } from '@intekenboek/event-sourcing-core';
import type { Identifier } from '@intekenboek/parties-domain';

/** A party as it is read: also those that ended, under the name they had. */
export interface PartyRow {
  readonly party_id: PartyId;
  readonly kind: PartyKind;
  readonly name: string;
  /** The name in small letters, to sort and search by. */
  readonly sort_name: string;
  readonly territory: string | null;
  readonly working_area: readonly string[];
  readonly identifiers: readonly Identifier[];
  readonly valid_from: CalendarDate;
  readonly ended_on: CalendarDate | null;
  readonly successor_ids: readonly PartyId[];
  readonly source: string;
}

export interface PartyTables {
  readonly party: PartyRow;
}

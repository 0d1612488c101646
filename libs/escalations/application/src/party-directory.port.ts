import type { PartyId } from '@intekenboek/event-sourcing-core';

/** Which registered parties govern which territories. */
export interface PartyDirectory {
  /**
   * The municipality of each GM…. and the province of each PV.., or the party in which it went on. Territories
   * without a registered party are left out.
   */
  governing(territories: readonly string[]): Promise<ReadonlyMap<string, PartyId>>;
}

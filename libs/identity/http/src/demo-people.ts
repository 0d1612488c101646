import type { Actor, PartyId, PartyKind } from '@intekenboek/event-sourcing-core';

/** Somebody invented, as whom anyone may act in the demonstration. */
export interface DemoPerson {
  /** Unique, and fit for an address: `gemeente-amsterdam`. */
  readonly key: string;
  /** An invented name. */
  readonly name: string;
  readonly partyName: string;
  readonly actor: Actor;
  /** Who this is and what there is to do, in one or two sentences. */
  readonly description: { readonly nl: string; readonly en: string };
  /** A question that this person would ask. */
  readonly query: string;
}

/** What the demonstration must know of a registered party to let someone act for it. */
export interface DemoParty {
  readonly partyId: PartyId;
  readonly name: string;
  readonly kind: PartyKind;
  readonly territory: string | null;
}

/** The register of parties, as the demonstration needs it. */
export interface DemoParties {
  find(partyId: PartyId): Promise<DemoParty | null>;
}

/** `readonly DemoPerson[]` */
export const DEMO_PEOPLE = Symbol('DEMO_PEOPLE');
/** `DemoParties` */
export const DEMO_PARTIES = Symbol('DEMO_PARTIES');
/** `TokenIssuer` */
export const DEMO_TOKEN_ISSUER = Symbol('DEMO_TOKEN_ISSUER');

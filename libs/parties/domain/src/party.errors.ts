import { DomainError } from '@intekenboek/event-sourcing-core';

/** Every way the register can say no. Public API: add to them, never rename one. */
export type PartyRejection =
  | 'NOT_REGISTRAR'
  | 'PARTY_ALREADY_REGISTERED'
  | 'PARTY_ID_INVALID'
  | 'PARTY_UNKNOWN'
  | 'PARTY_ENDED'
  | 'PARTY_NAME_MISSING'
  | 'PARTY_SOURCE_MISSING'
  | 'IDENTIFIER_INVALID'
  | 'IDENTIFIER_PERIOD_INVALID'
  | 'IDENTIFIER_MISSING'
  | 'IDENTIFIER_NOT_FOR_KIND'
  | 'IDENTIFIER_TWICE'
  | 'IDENTIFIER_UNKNOWN'
  | 'IDENTIFIER_TAKEN'
  | 'TERRITORY_UNKNOWN'
  | 'TERRITORY_NOT_FOR_KIND'
  | 'SUCCESSOR_MISSING'
  | 'SUCCESSOR_IS_SELF'
  | 'SUCCESSOR_UNKNOWN'
  | 'SUCCESSOR_OF_OTHER_KIND'
  | 'MERGER_BEFORE_START'
  | 'REASON_MISSING';

export class PartyRejected extends DomainError<PartyRejection> {}

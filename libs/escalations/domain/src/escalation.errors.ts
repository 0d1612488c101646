import { DomainError } from '@intekenboek/event-sourcing-core';

/** Every way in which a case can say no. Public API: add to them, never rename one. */
export type EscalationRejection =
  /** One answer for a case of others and for none at all: an outsider learns nothing. */
  | 'PARTY_NOT_IN_ESCALATION'
  /** Raising, passing terms and resolving follow from verdicts; nobody does them by hand. */
  | 'POLICY_ONLY'
  /** `details.roles`: one of these is needed. */
  | 'ROLE_MISSING'
  | 'NOT_RESPONDING_PARTY'
  | 'NOT_CONCERNED_PARTY'
  /** `details.rung`: the case is there, and others decide on it. */
  | 'NOT_DECIDING_PARTY'
  /** `details.status`: nothing more is to be said or decided. */
  | 'ESCALATION_NOT_OPEN'
  | 'ROUTE_NOT_AGREED'
  | 'ROUTE_NOT_STATUTORY'
  | 'ESCALATION_ID_MISMATCHED'
  | 'EVIDENCE_OF_OTHER_ROUTE'
  | 'EVIDENCE_OF_OTHER_SUBJECT'
  | 'NOTHING_LAGS'
  | 'NOT_RECOVERED'
  | 'LADDER_WITHOUT_RUNG'
  | 'REASON_CODE_UNKNOWN'
  | 'TEXT_TOO_SHORT'
  | 'TEXT_TOO_LONG'
  /** `details.found`: what looks like it. Texts are stored for good. */
  | 'PERSONAL_DATA_SUSPECTED'
  | 'DATE_NOT_AHEAD'
  | 'INSTRUMENT_NOT_ON_RUNG'
  | 'RUNG_ABOVE_PROPOSAL'
  | 'RUNG_UNKNOWN';

export class EscalationRejected extends DomainError<EscalationRejection> {}

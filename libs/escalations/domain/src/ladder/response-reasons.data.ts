import { type CalendarDate, firstDayOf } from '@intekenboek/event-sourcing-core';
import { isValidOn, type Validity } from '@intekenboek/reference-data-facts';

/** A reason in comply-or-explain (pas toe of leg uit). */
export interface ResponseReason extends Validity {
  readonly code: string;
  readonly nameNl: string;
  readonly nameEn: string;
  /** The least number of characters of explanation that makes this code say something. */
  readonly textLengthMin: number;
}

const since2021 = { validFrom: firstDayOf(2021), validUntil: null };
const reason = (code: string, nameNl: string, nameEn: string, textLengthMin = 1): ResponseReason => ({
  code,
  nameNl,
  nameEn,
  textLengthMin,
  ...since2021,
});

/** The reasons that may be given. This product's own list, drawn from what parties name in practice. */
export const RESPONSE_REASONS: readonly ResponseReason[] = [
  reason('FUNDING', 'Geld ontbreekt of is vertraagd', 'Funding is lacking or late'),
  reason('PERMIT_PROCEDURE', 'Vergunning of procedure loopt nog', 'A permit or procedure is still running'),
  reason('STAFF', 'Te weinig personeel', 'Too few staff'),
  reason('CONTRACTOR', 'Aannemer of leverancier levert niet', 'A contractor or supplier does not deliver'),
  reason('LEGAL_OBJECTION', 'Bezwaar of beroep', 'An objection or appeal'),
  reason('DEMAND_CHANGED', 'De vraag is veranderd', 'The demand has changed'),
  reason('COUNTERPARTY', 'Een andere partij is nog niet zover', 'Another party is not ready'),
  reason('FORCE_MAJEURE', 'Overmacht', 'Force majeure'),
  reason('OTHER', 'Een andere reden', 'Another reason', 20),
];

/** Undefined for a code that is unknown or not valid on that day. */
export const responseReasonOn = (code: string, day: CalendarDate): ResponseReason | undefined =>
  RESPONSE_REASONS.find((candidate) => candidate.code === code && isValidOn(candidate, day));

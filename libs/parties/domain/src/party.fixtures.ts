import { type CalendarDate, calendarDate, type PartyId, uuidOf } from '@intekenboek/event-sourcing-core';

import type { Identifier, IdentifierScheme } from './identifier';
import type { PartyRegistered } from './party.events';

export const AMSTERDAM = uuidOf('party:GM0363') as PartyId;
export const WEESP = uuidOf('party:GM0457') as PartyId;
export const FROM = calendarDate('2021-01-01');

export const valid = (scheme: IdentifierScheme, value: string): Identifier => ({
  scheme,
  value,
  validFrom: FROM,
  validUntil: null,
});

/** Weesp as it was registered: the municipality that merged in the middle of a year. */
export const weespRegistered = (part: Partial<PartyRegistered['data']> = {}): PartyRegistered => ({
  type: 'PartyRegistered',
  data: {
    partyId: WEESP,
    kind: 'MUNICIPALITY',
    name: 'Weesp',
    territory: 'GM0457',
    workingArea: [],
    identifiers: [valid('GM', 'GM0457')],
    validFrom: FROM,
    source: 'CBS',
    ...part,
  },
});

export const MERGER_DAY: CalendarDate = calendarDate('2022-03-24');

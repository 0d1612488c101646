import { firstDayOf } from '@intekenboek/event-sourcing-core';

import type { AgreedRung, Instrument, Ladder } from './ladder';

const TALKS: readonly Instrument[] = ['SUPPORT_TEAM', 'RECOVERY_PLAN'];
const AUTHORITY: readonly Instrument[] = ['SUPPORT_TEAM', 'KNOT_CUT', 'EXTRA_MEANS', 'RECOVERY_PLAN'];

/** Ladders of the agreed route (domain section 9, B). A new version is a new row; the old one gets an end. */
export const AGREED_LADDERS: readonly Ladder<AgreedRung>[] = [
  {
    ladderId: 'AGREED-2021',
    validFrom: firstDayOf(2021),
    validUntil: null,
    source:
      'Report "Een thuis voor iedereen" (2021): the province watches municipalities, the state watches provinces, ' +
      'a national table decides or forces decisions. The report gives no terms: those below are this ' +
      "register's proposal, to be confirmed by the programme.",
    rungs: [
      {
        number: 1,
        nameNl: 'Partijen onderling',
        nameEn: 'Parties among themselves',
        decides: 'CREDITORS',
        termWorkingDays: 10,
        onSilence: 'MOVES_UP',
        instruments: TALKS,
      },
      {
        number: 2,
        nameNl: 'Bestuurlijk overleg gemeente of regio',
        nameEn: 'Administrative consultation of the municipality or region',
        decides: 'MUNICIPALITY',
        termWorkingDays: 15,
        onSilence: 'MOVES_UP',
        instruments: AUTHORITY,
      },
      {
        number: 3,
        nameNl: 'Provincie of versnellingstafel',
        nameEn: 'Province or acceleration table',
        decides: 'PROVINCE',
        termWorkingDays: 15,
        onSilence: 'MOVES_UP',
        instruments: AUTHORITY,
      },
      {
        number: 4,
        nameNl: 'Landelijke regietafel',
        nameEn: 'National coordination table',
        decides: 'NATIONAL_PROGRAMME',
        termWorkingDays: 20,
        onSilence: 'STAYS',
        instruments: [...AUTHORITY, 'NORM_PERCENTAGE'],
      },
    ],
  },
];

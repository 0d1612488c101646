import { firstDayOf } from '@intekenboek/event-sourcing-core';

import type { Ladder, StatutoryRung } from './ladder';

/**
 * Ladders of the statutory route (domain section 9, A). The names of the rungs are those of the general framework as
 * it is known in the field; a province's own policy may deviate, and is then a ladder of its own.
 */
export const STATUTORY_LADDERS: readonly Ladder<StatutoryRung>[] = [
  {
    ladderId: 'STATUTORY-GENERAL-2011',
    validFrom: firstDayOf(2021),
    validUntil: null,
    source:
      'Algemeen beleidskader indeplaatsstelling bij taakverwaarlozing (BZK, 8 March 2011); Gemeentewet art. 124. ' +
      'Names and terms are to be confirmed against the policy of the province (for example CVDR713805, CVDR719256).',
    rungs: [
      {
        number: 1,
        nameNl: 'Signaleren',
        nameEn: 'Signalling',
        acts: 'PROVINCE',
        termWorkingDays: null,
        publication: 'NONE',
      },
      {
        number: 2,
        nameNl: 'Informatie opvragen en valideren',
        nameEn: 'Asking for information and checking it',
        acts: 'PROVINCE',
        termWorkingDays: null,
        publication: 'NONE',
      },
      {
        number: 3,
        nameNl: 'Afspraken over acties, termijnen en vervolg',
        nameEn: 'Agreements on actions, terms and what follows',
        acts: 'PROVINCE_AND_MUNICIPALITY',
        termWorkingDays: null,
        publication: 'NONE',
      },
      {
        number: 4,
        nameNl: 'Vooraankondiging van het besluit tot indeplaatsstelling',
        nameEn: 'Advance notice of the decision to act in place of the municipality',
        acts: 'PROVINCIAL_EXECUTIVE',
        termWorkingDays: null,
        publication: 'MUNICIPAL_GAZETTE_AND_COUNCIL',
      },
      {
        number: 5,
        nameNl: 'Besluit tot indeplaatsstelling, met een termijn om alsnog te voldoen',
        nameEn: 'Decision to act in place of the municipality, with a term to comply after all',
        acts: 'PROVINCIAL_EXECUTIVE',
        termWorkingDays: null,
        publication: 'MUNICIPAL_GAZETTE_AND_COUNCIL',
      },
      {
        number: 6,
        nameNl: 'Uitvoering van de indeplaatsstelling',
        nameEn: 'Acting in place of the municipality',
        acts: 'PROVINCIAL_EXECUTIVE',
        termWorkingDays: null,
        publication: 'NONE',
      },
    ],
  },
];

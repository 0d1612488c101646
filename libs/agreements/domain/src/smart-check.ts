import { yearOf } from '@intekenboek/event-sourcing-core';

import type { CommitmentWording } from './commitment';
import { isMeasurable, wholeOf } from './measure';

/** What is missing to see later whether a promise was kept (rule 6.3). Codes are added, never renamed. */
export const SMART_GAP_CODES = [
  'NOT_MEASURABLE',
  'RESULT_KIND_MISSING',
  'NUMBER_MISSING',
  'DEADLINE_MISSING',
  'OWNER_MISSING',
  'COUNTERPART_MISSING',
  'TERRITORY_MISSING',
  'SOURCE_MISSING',
  'YEAR_SLICES_MISSING',
  'TARGET_GROUP_MISSING',
  'PRICE_SEGMENT_MISSING',
  'WORDS_VAGUE',
] as const;
export type SmartGapCode = (typeof SMART_GAP_CODES)[number];

/** One thing that is missing, in words that a volunteer understands. Advice: it stops nobody. */
export interface SmartGap {
  readonly code: SmartGapCode;
  /** Which part of the commitment to complete. */
  readonly field: keyof CommitmentWording;
  readonly nl: string;
  readonly en: string;
}

/** A commitment while it is being written: any part may still be missing. */
export type CommitmentSketch = {
  readonly [Field in keyof CommitmentWording]?: CommitmentWording[Field] | null;
};

type Check = (sketch: CommitmentSketch) => SmartGap | null;

/** What is missing to be monitorable, most important first; empty for a SMART commitment. */
export const smartCheck = (commitment: CommitmentSketch): readonly SmartGap[] =>
  CHECKS.flatMap((check) => check(commitment) ?? []);

const isEmpty = (value: string | readonly unknown[] | null | undefined): boolean =>
  value === null || value === undefined || value.length === 0;

const gapWhen = (isMissing: (sketch: CommitmentSketch) => boolean, gap: SmartGap): Check => {
  return (sketch) => (isMissing(sketch) ? gap : null);
};

// For these the question "for whom?" is the whole point; for the others it is a label.
const FOR_WHOM = ['DWELLINGS_ALLOCATED', 'ALLOCATION_SHARE', 'PERSONS_HOUSED', 'CARE_PLACES'];
const AT_WHAT_RENT = ['DWELLINGS_DELIVERED'];

// Words that sound like a promise and are none.
const VAGUE =
  /\b(streven(?: naar)?|streeft|zo ?veel mogelijk|waar mogelijk|indien mogelijk|zo mogelijk|in principe|naar vermogen|zo snel mogelijk|spannen? (?:zich|ons) in|strive|as much as possible|where possible|if possible|in principle|as soon as possible|best efforts)\b/i;

const CHECKS: readonly Check[] = [
  gapWhen(({ measure }) => measure !== null && measure !== undefined && !isMeasurable(measure), {
    code: 'NOT_MEASURABLE',
    field: 'measure',
    nl: 'Dit is een inspanning zonder meetbaar resultaat. Later kan niemand zien of het gelukt is, en het telt nergens voor mee. Noem een aantal, of wat er dan klaar moet zijn.',
    en: 'This is an effort without a result that can be measured. Nobody can see later whether it worked, and it counts towards nothing. Name a number, or what must be finished.',
  }),
  gapWhen(({ resultKind }) => isEmpty(resultKind), {
    code: 'RESULT_KIND_MISSING',
    field: 'resultKind',
    nl: 'Er staat niet bij wat er geteld wordt: woningen, mensen, euro’s of iets anders.',
    en: 'It does not say what is counted: dwellings, people, euros or something else.',
  }),
  gapWhen(({ measure }) => measure === null || measure === undefined, {
    code: 'NUMBER_MISSING',
    field: 'measure',
    nl: 'Er staat niet bij hoeveel. Noem een aantal, een aandeel, een maximum, of wat er dan klaar moet zijn.',
    en: 'It does not say how much. Name a number, a share, a maximum, or what must be finished.',
  }),
  gapWhen(({ deadline }) => isEmpty(deadline), {
    code: 'DEADLINE_MISSING',
    field: 'deadline',
    nl: 'Er staat niet bij wanneer het af moet zijn. Noem een dag.',
    en: 'It does not say when it must be done. Name a day.',
  }),
  gapWhen(({ debtorId }) => isEmpty(debtorId), {
    code: 'OWNER_MISSING',
    field: 'debtorId',
    nl: 'Er staat niet bij wie dit doet. Kies één partij: van “samen” is niemand de eigenaar.',
    en: 'It does not say who does this. Choose one party: nobody owns what is done “together”.',
  }),
  gapWhen(({ creditors }) => isEmpty(creditors), {
    code: 'COUNTERPART_MISSING',
    field: 'creditors',
    nl: 'Er staat niet bij aan wie dit beloofd is. Die partij bevestigt later of het zo is.',
    en: 'It does not say to whom this is promised. That party confirms later that it is so.',
  }),
  gapWhen(({ territory }) => isEmpty(territory), {
    code: 'TERRITORY_MISSING',
    field: 'territory',
    nl: 'Er staat niet bij waar: in welke gemeente, of in welke provincie.',
    en: 'It does not say where: in which municipality, or in which province.',
  }),
  gapWhen(({ source }) => isEmpty(source?.trim()), {
    code: 'SOURCE_MISSING',
    field: 'source',
    nl: 'Er staat niet bij waar de cijfers vandaan komen. Noem het bestand, het systeem of het verslag waarin ze staan.',
    en: 'It does not say where the figures come from. Name the file, the system or the report that holds them.',
  }),
  gapWhen(lacksYearSlices, {
    code: 'YEAR_SLICES_MISSING',
    field: 'yearSlices',
    nl: 'Dit loopt over meer jaren, maar er staat niet bij hoeveel per jaar. Dan valt pas aan het eind op dat het niet lukt. Verdeel het over de jaren.',
    en: 'This runs over several years, but it does not say how much in each. Then it only shows at the end that it fails. Divide it over the years.',
  }),
  gapWhen(({ resultKind, targetGroups }) => isOneOf(FOR_WHOM, resultKind) && isEmpty(targetGroups), {
    code: 'TARGET_GROUP_MISSING',
    field: 'targetGroups',
    nl: 'Er staat niet bij voor wie. Kies de groep waarvoor dit bedoeld is.',
    en: 'It does not say for whom. Choose the group that this is meant for.',
  }),
  gapWhen(({ resultKind, priceSegment }) => isOneOf(AT_WHAT_RENT, resultKind) && isEmpty(priceSegment), {
    code: 'PRICE_SEGMENT_MISSING',
    field: 'priceSegment',
    nl: 'Er staat niet bij hoe hoog de huur mag zijn. Kies een prijssegment, anders tellen ook dure woningen mee.',
    en: 'It does not say how high the rent may be. Choose a price segment, or expensive dwellings count as well.',
  }),
  ({ text }) => {
    const word = VAGUE.exec(text ?? '')?.[0];
    if (word === undefined) return null;
    return {
      code: 'WORDS_VAGUE',
      field: 'text',
      nl: `In de tekst staat “${word}”. Zulke woorden beloven niets. Schrijf op wat er gebeurt.`,
      en: `The text says “${word}”. Such words promise nothing. Write down what will happen.`,
    };
  },
];

const isOneOf = (codes: readonly string[], code: string | null | undefined): boolean =>
  code !== null && code !== undefined && codes.includes(code);

function lacksYearSlices({ measure, from, deadline, yearSlices }: CommitmentSketch): boolean {
  if (!measure || !from || !deadline || wholeOf(measure) === null) return false;
  return yearOf(deadline) > yearOf(from) && isEmpty(yearSlices);
}

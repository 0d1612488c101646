import type { RejectionTable } from '@intekenboek/platform-nest';
import type { TargetRejection } from '@intekenboek/targets-domain';

const input = (nl: string, en: string) => ({ code: 'BAD_USER_INPUT', nl, en }) as const;
const conflict = (nl: string, en: string) => ({ code: 'CONFLICT', nl, en }) as const;
const forbidden = (nl: string, en: string) => ({ code: 'FORBIDDEN', nl, en }) as const;

/** How the refusals about targets look from outside. */
export const TARGET_REJECTIONS: RejectionTable<TargetRejection> = {
  NOT_AUTHORISED_FOR_TERRITORY: forbidden(
    'U mag voor {territory} geen opgave vaststellen. Dat doet wie het gebied bestuurt, of het Rijk.',
    'You may not set a target for {territory}. Whoever governs the territory does that, or the state.',
  ),
  NOT_TAAKSTELLING_AUTHORITY: forbidden(
    'De taakstelling is aan de minister (Huisvestingswet 2014, art. 29).',
    'The taakstelling is for the minister to set (Huisvestingswet 2014, art. 29).',
  ),
  NOT_REALISATION_AUTHORITY: forbidden(
    'De realisatie van een taakstelling wordt vastgelegd door het COA of het ministerie.',
    'Results of a taakstelling are recorded by COA or the ministry.',
  ),
  TARGET_ALREADY_SET: conflict(
    'Deze opgave is al vastgesteld. Herzie de opgave, of kies een ander kenmerk.',
    'This target has been set. Revise it, or choose another id.',
  ),
  TARGET_ID_INVALID: input(
    'Het kenmerk (targetId) is geen UUID in kleine letters. Kies een nieuwe UUID.',
    'The id (targetId) is no UUID in small letters. Choose a new UUID.',
  ),
  TARGET_UNKNOWN: {
    code: 'NOT_FOUND',
    nl: 'Deze opgave bestaat niet. Controleer het kenmerk.',
    en: 'There is no such target. Check the id.',
  },
  TARGET_NAME_MISSING: input('De naam ontbreekt. Geef de opgave een naam.', 'The name is missing. Give one.'),
  TARGET_SOURCE_MISSING: input(
    'De bron ontbreekt. Vertel waar dit aantal vandaan komt.',
    'The source is missing. Tell where this number comes from.',
  ),
  TARGET_REASON_MISSING: input(
    'De reden ontbreekt. Leg uit waarom de opgave verandert.',
    'The reason is missing. Explain why the target changes.',
  ),
  QUANTITY_INVALID: input(
    'Het aantal klopt niet: het is groter dan nul, en een heel getal waar personen of woningen worden geteld.',
    'The number is not right: it is above nought, and whole where persons or dwellings are counted.',
  ),
  RESULT_KIND_UNKNOWN: input(
    'De soort resultaat {code} bestaat niet. Kies er een uit de codelijst.',
    'There is no result kind {code}. Choose one from the code list.',
  ),
  RESULT_KIND_NOT_A_TARGET: input(
    'Een resultaat van de soort {code} is geen aantal en kan geen opgave zijn.',
    'A result of kind {code} is no number and cannot be a target.',
  ),
  SHARE_OF_OTHER_LEVEL: input(
    'Aandeel in de voorraad hoort bij één gemeente, aandeel in de nieuwbouw bij regio, provincie of Rijk. {code} past niet bij {territory}.',
    'A share of the stock belongs to one municipality, a share of new building to a region, province or the nation. {code} does not fit {territory}.',
  ),
  PERIOD_INVALID: input(
    'De periode klopt niet: {until} ligt niet na {from}.',
    'The period is not right: {until} is not after {from}.',
  ),
  TERRITORY_UNKNOWN: input(
    'Het gebied {territory} bestaat niet op {on}.',
    'The territory {territory} does not exist on {on}.',
  ),
  PATH_INVALID: input(
    'De mijlpaal {cumulative} op {on} klopt niet. Verwacht wordt: {expected}.',
    'The milestone {cumulative} on {on} is not right. Expected: {expected}.',
  ),
  HALF_YEAR_INVALID: input(
    'Dit is geen halfjaar. Schrijf het als 2022-H2.',
    'This is no half-year. Write it like 2022-H2.',
  ),
  POPULATION_UNKNOWN: input(
    'Het aantal inwoners op {populationDate} is hier niet bekend. Bekend is: {known}. Geef zo nodig een vervangende peildatum met uitleg (standIn).',
    'The population on {populationDate} is not known here. Known: {known}. If need be give another day with a reason (standIn).',
  ),
  STAND_IN_REASON_MISSING: input(
    'Leg uit waarom een andere peildatum is gebruikt.',
    'Explain why the population of another day is used.',
  ),
  APPORTIONMENT_STATUTORY: conflict(
    'Een taakstelling is al volgens de wet toegedeeld en kan niet anders worden toegedeeld.',
    'A taakstelling is split by law and cannot be split in another way.',
  ),
  APPORTIONMENT_EMPTY: input('Geef ten minste één deel.', 'Give at least one part.'),
  APPORTIONMENT_SUM_DIFFERS: input(
    'De delen tellen op tot {sum}, de opgave is {whole}. Maak ze gelijk.',
    'The parts sum to {sum} and the target is {whole}. Make them equal.',
  ),
  APPORTIONMENT_TERRITORY_TWICE: input(
    'Het gebied {territory} staat er twee keer. Laat er één staan.',
    'The territory {territory} is given twice. Leave one.',
  ),
  APPORTIONMENT_TERRITORY_OUTSIDE: input(
    'Deze gebieden liggen niet binnen de opgave: {territories}.',
    'These territories lie outside the target: {territories}.',
  ),
  EXPLANATION_MISSING: input(
    'De toelichting of grondslag ontbreekt ({field}).',
    'The explanation or legal basis is missing ({field}).',
  ),
  PARTS_NEEDED: input('Geef de aantallen per gebied.', 'Give the numbers per territory.'),
  BACKLOG_NOT_STATUTORY: conflict(
    'Alleen een taakstelling heeft een achterstand ernaast.',
    'Only a taakstelling has a backlog beside it.',
  ),
  BACKLOG_SOURCE_DIFFERS: input(
    'De vorige taakstelling klopt niet: kies een taakstelling die voor deze eindigt.',
    'The earlier taakstelling is not right: choose one that ends before this one begins.',
  ),
  NOT_APPORTIONED: conflict('Deze opgave is nog niet toegedeeld.', 'This target has not been split yet.'),
  REALISATION_FROM_COMMITMENTS: conflict(
    'De realisatie van deze opgave komt uit de afspraken die eraan meetellen. Meld de voortgang bij die afspraken.',
    'Results of this target come from the commitments that count towards it. Report progress there.',
  ),
  REALISATION_OUTSIDE_PERIOD: input(
    'De datum ligt buiten de periode van de opgave ({from} tot en met {until}).',
    'The day lies outside the period of the target ({from} to {until}).',
  ),
  REALISATION_AHEAD: input(
    'De datum ligt na vandaag ({today}). Leg alleen vast wat gerealiseerd is.',
    'The day lies after today ({today}). Record only what was realised.',
  ),
  REALISATION_DECREASES: input(
    'Het aantal voor {territory} is lager dan eerder of hoger dan later vastgelegd ({recorded}). Tel vanaf het begin van de periode.',
    'The number for {territory} is below an earlier or above a later record ({recorded}). Count from the start of the period.',
  ),
  TERRITORY_WITHOUT_PART: input(
    'Deze gebieden hebben geen deel in de opgave: {territories}.',
    'These territories have no part in the target: {territories}.',
  ),
};

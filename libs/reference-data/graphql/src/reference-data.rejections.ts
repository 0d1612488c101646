import type { RejectionTable } from '@intekenboek/platform-nest';
import type { ReferenceDataRejection } from '@intekenboek/reference-data-facts';

const input = (nl: string, en: string) => ({ code: 'BAD_USER_INPUT', nl, en }) as const;

/** How questions to the facts that have no answer look from outside. */
export const REFERENCE_DATA_REJECTIONS: RejectionTable<ReferenceDataRejection> = {
  TERRITORY_CODE_INVALID: input(
    '"{text}" is geen code van een gebied. Schrijf NL, PV met twee cijfers (PV27) of GM met vier cijfers en de nullen vooraan (GM0363).',
    '"{text}" is not the code of a territory. Write NL, PV and two digits (PV27), or GM and four digits with their zeros (GM0363).',
  ),
  TERRITORY_UNKNOWN: input(
    'Er is sinds 1 januari 2021 geen gebied met de code {text}. Zoek de code op in de lijst van gemeenten of provincies.',
    'There has been no territory with the code {text} since 1 January 2021. Look the code up in the list of municipalities or provinces.',
  ),
  DATE_BEFORE_FACTS: input(
    'Over {date} zijn geen gegevens. Vraag naar {from} of later.',
    'Nothing is known about {date}. Ask about {from} or later.',
  ),
  POPULATION_UNKNOWN: input(
    'Voor {populationDate} is geen inwonertal bekend. Bekend is: {known}.',
    'No inhabitants are known for {populationDate}. Known are: {known}.',
  ),
  BORDERS_BEFORE_POPULATION: input(
    'De grenzen van {bordersOn} zijn ouder dan de telling van {populationDate}. Kies grenzen van die dag of later.',
    'The borders of {bordersOn} are older than the count of {populationDate}. Choose borders of that day or later.',
  ),
  HALF_YEAR_INVALID: input(
    '"{text}" is geen half jaar. Schrijf een jaar met H1 (januari tot en met juni) of H2, bijvoorbeeld 2022-H2.',
    '"{text}" is not a half-year. Write a year and H1 (January to June) or H2, for example 2022-H2.',
  ),
  WORKING_DAYS_INVALID: input(
    '{days} is geen aantal werkdagen. Geef een heel getal van hoogstens 10000.',
    '{days} is not a number of working days. Give a whole number of at most 10000.',
  ),
};

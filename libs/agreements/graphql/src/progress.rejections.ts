import { conflict, forbidden, input, notFound } from './rejection-sentences';

/** What is reported, and by whom. */
export const PROGRESS_REJECTIONS = {
  COMMITMENT_OF_OTHER_PARTY: forbidden(
    'Deze afspraak is van een andere partij ({debtorId}). Alleen wie iets beloofde meldt de voortgang.',
    'This commitment is of another party ({debtorId}). Only who promised something reports progress.',
  ),
  COMMITMENT_NOT_MEASURABLE: conflict(
    'Dit is een inspanning zonder meetbaar resultaat. Daar is geen voortgang op te melden.',
    'This is an effort without a result that can be measured. There is no progress to report on it.',
  ),
  REPORT_ID_TAKEN: conflict(
    'Melding {reportId} bestaat al met een andere inhoud. Kies een nieuw kenmerk, of corrigeer die melding.',
    'Report {reportId} exists already with another content. Choose a new id, or correct that report.',
  ),
  REPORT_UNKNOWN: notFound(
    'Melding {reportId} is bij deze afspraak niet gedaan.',
    'Report {reportId} was not made on this commitment.',
  ),
  REPORT_SUPERSEDED: conflict(
    'Melding {reportId} is al gecorrigeerd. De nieuwste is {newest}: ga daarmee verder.',
    'Report {reportId} has been corrected already. The newest is {newest}: go on with that.',
  ),
  REALISED_IN_FUTURE: input(
    '{realisedOn} moet nog komen; vandaag is het {today}. Meld wat er al is.',
    '{realisedOn} is yet to come; today is {today}. Report what is there.',
  ),
  REALISED_BEFORE_TERM: input(
    '{realisedOn} ligt vóór het begin van de afspraken ({termFrom}). Wat eerder klaar was telt hier niet mee.',
    '{realisedOn} lies before the term of the agreement ({termFrom}). What was ready earlier does not count here.',
  ),
  PROCESS_RESULT_IS_ONE: input(
    'Een procesresultaat is gedaan of niet gedaan. Meld 1 als het gedaan is.',
    'A process result is done or not done. Report 1 when it is done.',
  ),
  PROCESS_RESULT_ALREADY_REPORTED: conflict(
    'Dit resultaat is al als gedaan gemeld. Klopt die melding niet, corrigeer haar dan.',
    'This result has been reported as done already. If that report is not right, correct it.',
  ),
  OWN_REPORT: forbidden(
    'Uw partij heeft dit zelf beloofd. Een ander moet bevestigen of betwisten dat het er is.',
    'Your party promised this itself. Another must confirm or dispute that it is there.',
  ),
  NOT_A_CREDITOR: forbidden(
    'Dit is niet aan uw partij beloofd. Alleen wie het beloofd is kan de melding bevestigen of betwisten.',
    'This is not promised to your party. Only those to whom it is promised can confirm or dispute the report.',
  ),
} as const;

import { FACTS_BEGIN } from '../facts-begin';
import type { Validity } from '../validity';

/** The report of 8 July 2021 that the groups and themes come from. */
export const REPORT_2021 =
  'Een thuis voor iedereen: adviesrapport interbestuurlijke werkgroep versterking beleid huisvesting aandachtsgroepen, 8 July 2021';

/** The letter with which the minister answered the report. */
export const LETTER_2022 =
  'Letter of the minister for Housing to parliament with the programme "Een thuis voor iedereen", 2022';

/** What this project calls the things that agreements are about; the words are those of real agreements. */
export const OWN_WORDS =
  'Intekenboek, after the words of municipal performance agreements (prestatieafspraken)';

/** Agreements that were made before a list was published may use it too; so its codes hold as long as the facts. */
export const SINCE_FACTS_BEGIN: Validity = { validFrom: FACTS_BEGIN, validUntil: null };

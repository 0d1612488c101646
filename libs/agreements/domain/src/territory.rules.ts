import type { RejectionDetails } from '@intekenboek/event-sourcing-core';

import { AgreementRejected } from './agreement.errors';
import type { AgreementTerms } from './agreement-terms';
import type { CommitmentWording } from './commitment';
import { isWithin, territoryOn } from './reference';
import type { Signatory } from './signatory';

/**
 * The territory exists when the commitment begins and lies inside the parties' territory (rule 6.2): in a signatory
 * municipality for a local agreement, in a signatory municipality or province for a regional deal. A national accord
 * may promise anything anywhere.
 * @throws AgreementRejected TERRITORY_UNKNOWN or TERRITORY_OUTSIDE_PARTIES.
 */
export function requireTerritory(
  terms: AgreementTerms,
  { territory, from }: CommitmentWording,
  details: RejectionDetails,
): void {
  if (territoryOn(territory, from) === undefined) {
    throw new AgreementRejected('TERRITORY_UNKNOWN', { ...details, territory, date: from });
  }
  if (terms.kind === 'NATIONAL_ACCORD') return;
  const allowed = [...terms.signatories.values()].filter(
    terms.kind === 'LOCAL' ? isMunicipality : isRegional,
  );
  if (!allowed.some((party) => party.territory !== null && isWithin(territory, party.territory, from))) {
    const territories = allowed.flatMap((party) => party.territory ?? []);
    throw new AgreementRejected('TERRITORY_OUTSIDE_PARTIES', { ...details, territory, territories });
  }
}

const isMunicipality = ({ kind }: Signatory): boolean => kind === 'MUNICIPALITY';
const isRegional = ({ kind }: Signatory): boolean => kind === 'MUNICIPALITY' || kind === 'PROVINCE';

import type { AgreementEvent, Signatory } from '@intekenboek/agreements-domain';
import { municipalityOfAnyDay, type TerritoryCode } from '@intekenboek/reference-data-facts';

import type { AgreementRow } from './agreement.tables';

/** What follows from who signs and from where something is promised. */
export function ofSignatories(
  signatories: readonly Signatory[],
  commitmentTerritories: AgreementRow['commitment_territories'],
): Pick<AgreementRow, 'signatories' | 'signatory_ids' | 'territories' | 'province_codes'> {
  const territories = signatories.flatMap(({ territory }) => territory ?? []);
  return {
    signatories,
    signatory_ids: signatories.map(({ partyId }) => partyId),
    territories: sortedSet([...territories, ...Object.values(commitmentTerritories)]),
    province_codes: sortedSet(territories.flatMap(provinceOf)),
  };
}

// A province reads what its municipalities and it itself have signed, not what a national accord says of it. Codes
// were checked when they came in; one that has no municipality has no province.
function provinceOf(territory: string): string | readonly string[] {
  if (territory.startsWith('PV')) return territory;
  return territory.startsWith('GM')
    ? (municipalityOfAnyDay(territory as TerritoryCode)?.provinceCode ?? [])
    : [];
}

/** The row with what an event says of the text. */
export function withText(row: AgreementRow, { type, data }: AgreementEvent): AgreementRow {
  switch (type) {
    case 'CommitmentAdded':
    case 'CommitmentRevised': {
      const { commitmentId, territory } = data.commitment;
      return withTerritories(row, { ...row.commitment_territories, [commitmentId]: territory });
    }
    case 'CommitmentRemoved': {
      const { [data.commitmentId]: _removed, ...rest } = row.commitment_territories;
      return withTerritories(row, rest);
    }
    case 'ConditionAdded':
      return { ...row, conditions: [...row.conditions, data.condition] };
    case 'ConditionRemoved': {
      const conditions = row.conditions.filter(({ conditionId }) => conditionId !== data.conditionId);
      return { ...row, conditions };
    }
    case 'OneSidednessExplained':
      return { ...row, one_sidedness: data.explanation };
    case 'TenantsDeclined': {
      const { partyId, reason } = data;
      const staying = row.signatories.filter((signatory) => signatory.partyId !== partyId);
      const tenants_declines = [...row.tenants_declines, { partyId, reason }];
      return { ...row, ...ofSignatories(staying, row.commitment_territories), tenants_declines };
    }
    case 'AgreementDrafted':
    case 'AgreementProposed':
    case 'ProposalWithdrawn':
    case 'AgreementSigned':
    case 'AgreementDeclined':
    case 'AgreementEnteredIntoForce':
    case 'ProgressReported':
    case 'ProgressConfirmed':
    case 'ProgressDisputed':
    case 'ProgressCorrected':
      return row;
  }
}

const withTerritories = (
  row: AgreementRow,
  commitment_territories: AgreementRow['commitment_territories'],
): AgreementRow => ({
  ...row,
  commitment_territories,
  ...ofSignatories(row.signatories, commitment_territories),
});

const sortedSet = (values: readonly string[]): readonly string[] => [...new Set(values)].sort();

import type { CalendarDate, PartyId } from '@intekenboek/event-sourcing-core';
import type { AgreementId, TargetId } from '@intekenboek/messaging-contracts';
import type { CommitmentFacts, Moment, ProgressReport, TargetFacts } from '@intekenboek/monitoring-domain';

import type {
  AgreementRow,
  CommitmentRow,
  EscalationRow,
  PartyRow,
  TargetPartRow,
  TargetRow,
} from './monitoring.tables';
import { provinceCodeOf } from './places';

/** Rows as they are loaded: of the whole country, of a province, or of some agreements. */
export interface FactRows {
  readonly parties: readonly PartyRow[];
  readonly agreements: readonly AgreementRow[];
  readonly commitments: readonly CommitmentRow[];
  /** By the key of the commitment, in the order in which they were made. */
  readonly reports: ReadonlyMap<string, readonly ProgressReport[]>;
  readonly targets: readonly TargetRow[];
  readonly parts: readonly TargetPartRow[];
  readonly escalations: readonly EscalationRow[];
}

/** An agreement in force, with what decides who may see it. */
export interface BindingAgreement {
  readonly row: AgreementRow;
  readonly inForceFrom: CalendarDate;
  /** Of its signatories and of its commitments. */
  readonly provinces: ReadonlySet<string>;
}

/** A commitment of an agreement in force. */
export interface BindingCommitment {
  readonly row: CommitmentRow;
  readonly agreement: BindingAgreement;
  readonly facts: CommitmentFacts;
}

/** The part of a target for one territory, or the whole of one that was never split. */
export interface TargetPart {
  readonly target: TargetRow;
  readonly row: TargetPartRow;
}

/** Facts put together: what binds, and what is to be reached. */
export interface Facts {
  readonly parties: ReadonlyMap<PartyId, PartyRow>;
  readonly agreements: ReadonlyMap<AgreementId, BindingAgreement>;
  readonly commitments: readonly BindingCommitment[];
  /** The same by key, to find what a chain of conditions names. */
  readonly commitmentsByKey: ReadonlyMap<string, BindingCommitment>;
  readonly parts: readonly TargetPart[];
  readonly escalations: readonly EscalationRow[];
}

export function factsOf(rows: FactRows): Facts {
  const parties = new Map(rows.parties.map((party) => [party.party_id, party]));
  const agreements = bindingAgreements(rows, parties);
  const targets = new Map<TargetId, TargetRow>(rows.targets.map((target) => [target.target_id, target]));
  const commitments = rows.commitments.flatMap((row): readonly BindingCommitment[] => {
    const agreement = agreements.get(row.agreement_id);
    if (agreement === undefined) return [];
    const reports = rows.reports.get(row.commitment_key) ?? [];
    return [{ row, agreement, facts: commitmentFacts(row, agreement, reports) }];
  });
  return {
    parties,
    agreements,
    commitments,
    commitmentsByKey: new Map(commitments.map((each) => [each.row.commitment_key, each])),
    parts: rows.parts.flatMap((row) => {
      const target = targets.get(row.target_id);
      return target === undefined || row.is_whole === target.is_split ? [] : [{ target, row }];
    }),
    escalations: rows.escalations,
  };
}

function bindingAgreements(
  { agreements, commitments }: FactRows,
  parties: ReadonlyMap<PartyId, PartyRow>,
): ReadonlyMap<AgreementId, BindingAgreement> {
  const binding = new Map<AgreementId, BindingAgreement & { readonly provinces: Set<string> }>();
  for (const row of agreements) {
    if (row.in_force_from === null) continue;
    const territories = row.signatory_ids.map((partyId) => parties.get(partyId)?.territory ?? null);
    const provinces = territories.map((territory) => territory && provinceCodeOf(territory));
    binding.set(row.agreement_id, {
      row,
      inForceFrom: row.in_force_from,
      provinces: new Set(provinces.filter((province) => province !== null)),
    });
  }
  for (const { agreement_id, province } of commitments) {
    if (province !== null) binding.get(agreement_id)?.provinces.add(province);
  }
  return binding;
}

function commitmentFacts(
  row: CommitmentRow,
  { row: agreement, inForceFrom }: BindingAgreement,
  reports: readonly ProgressReport[],
): CommitmentFacts {
  const { measure, unit, from, deadline, yearSlices } = row.commitment;
  return {
    agreementId: row.agreement_id,
    commitmentId: row.commitment_id,
    debtorId: row.debtor_id,
    creditors: row.creditors,
    measure,
    unit,
    from,
    deadline,
    territory: row.territory,
    yearSlices,
    inForceFrom,
    conditions: agreement.conditions
      .filter(({ dependentId }) => dependentId === row.commitment_id)
      .map(({ conditionId, prerequisiteId, neededBy }) => ({ conditionId, prerequisiteId, neededBy })),
    reports,
  };
}

/** Bound on that day, as far as that was known. */
export const bindsOn = ({ agreement }: BindingCommitment, { asOf, knownOn }: Moment): boolean =>
  agreement.inForceFrom <= asOf &&
  (knownOn === null || (agreement.row.in_force_recorded_on ?? knownOn) <= knownOn);

/** Whether there was a part at all: set by that day or begun by it, as far as that was known. */
export const existsOn = ({ target, row }: TargetPart, { asOf, knownOn }: Moment): boolean =>
  row.quantities.some(
    ({ on, recordedOn }) =>
      (on <= asOf || target.from_day <= asOf) && (knownOn === null || recordedOn <= knownOn),
  );

/** Whether what was promised adds up with others to a number in the unit of a target. Shares and caps do not. */
export const addsUp = ({ row }: BindingCommitment, { target }: TargetPart): boolean => {
  const { measure, unit } = row.commitment;
  const isNumber = measure.kind === 'AMOUNT' || measure.kind === 'BAND' || measure.kind === 'PROCESS_RESULT';
  return isNumber && unit === target.unit;
};

/** The part as it is judged, with the commitments whose results count to it. */
export const targetFacts = (
  { target, row }: TargetPart,
  contributions: readonly BindingCommitment[],
  debtorId: PartyId | null,
): TargetFacts => ({
  targetId: target.target_id,
  territory: row.territory,
  debtorId,
  unit: target.unit,
  from: target.from_day,
  until: target.until_day,
  route: target.route,
  halfYear: target.half_year,
  realisedBy: target.realised_by,
  milestones: target.milestones,
  quantities: row.quantities,
  backlogs: row.backlogs,
  realisations: row.realisations,
  contributions: contributions.map(({ facts }) => ({
    commitmentId: facts.commitmentId,
    inForceFrom: facts.inForceFrom,
    reports: facts.reports,
  })),
});

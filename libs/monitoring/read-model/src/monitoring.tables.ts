import type { CalendarDate, FeedPosition, PartyId, PartyKind } from '@intekenboek/event-sourcing-core';
import type {
  AgreementId,
  AgreementKind,
  CommitmentId,
  CommitmentV1,
  ConditionV1,
  EscalationId,
  EscalationRoute,
  Milestone,
  RealisationSource,
  Subject,
  TargetId,
  Visibility,
} from '@intekenboek/messaging-contracts';
import type { DatedQuantity, ProgressReport } from '@intekenboek/monitoring-domain';

/** A party by the names that monitoring shows. */
export interface PartyRow {
  readonly party_id: PartyId;
  readonly kind: PartyKind;
  readonly name: string;
  /** GM….. or PV.. for a party that is a territory. */
  readonly territory: string | null;
  readonly valid_from: CalendarDate;
  readonly ended_on: CalendarDate | null;
  readonly successor_ids: readonly PartyId[];
}

/** An agreement: who may see its commitments, and since when they bind. */
export interface AgreementRow {
  readonly agreement_id: AgreementId;
  readonly kind: AgreementKind;
  readonly title: string;
  readonly visibility: Visibility;
  readonly signatory_ids: readonly PartyId[];
  /** Null until the last signature. */
  readonly in_force_from: CalendarDate | null;
  readonly in_force_recorded_on: CalendarDate | null;
  readonly conditions: readonly ConditionV1[];
}

/** A commitment as it reads. */
export interface CommitmentRow {
  /** Agreement and commitment. */
  readonly commitment_key: string;
  readonly agreement_id: AgreementId;
  readonly commitment_id: CommitmentId;
  readonly debtor_id: PartyId;
  readonly creditors: readonly (PartyId | 'PUBLIC')[];
  readonly territory: string;
  /** PV…; null for the whole country. */
  readonly province: string | null;
  readonly commitment: CommitmentV1;
}

/** A report in a row of its own: what a commitment holds must not grow with what is reported on it. */
export interface ReportRow {
  /** Commitment and report. */
  readonly report_key: string;
  readonly commitment_key: string;
  readonly agreement_id: AgreementId;
  readonly report: ProgressReport;
  /** Orders reports as they were made. */
  readonly reported_position: FeedPosition;
}

/** A target without its parts. */
export interface TargetRow {
  readonly target_id: TargetId;
  readonly name: string;
  readonly result_kind: string;
  readonly unit: string;
  readonly territory: string;
  readonly from_day: CalendarDate;
  readonly until_day: CalendarDate;
  readonly milestones: readonly Milestone[];
  readonly realised_by: RealisationSource;
  readonly route: 'STATUTORY' | 'AGREED';
  readonly half_year: string | null;
  /** Once it is split only its parts are judged: the sum of a taakstelling is not its whole. */
  readonly is_split: boolean;
}

/** The part of a target for one territory; also the whole, for the territory that it was set for. */
export interface TargetPartRow {
  readonly part_key: string;
  readonly target_id: TargetId;
  readonly territory: string;
  readonly province: string | null;
  readonly is_whole: boolean;
  readonly quantities: readonly DatedQuantity[];
  readonly backlogs: readonly DatedQuantity[];
  readonly realisations: readonly DatedQuantity[];
}

/** A case, as far as monitoring shows that there is one. */
export interface EscalationRow {
  readonly escalation_id: EscalationId;
  readonly route: EscalationRoute;
  readonly subject: Subject;
  readonly rung: number;
  readonly raised_on: CalendarDate;
  readonly closed_on: CalendarDate | null;
}

export interface MonitoringTables {
  readonly party: PartyRow;
  readonly agreement: AgreementRow;
  readonly commitment: CommitmentRow;
  readonly report: ReportRow;
  readonly target: TargetRow;
  readonly target_part: TargetPartRow;
  readonly escalation: EscalationRow;
}

import type {
  AgreementId,
  AgreementKind,
  Commitment,
  CommitmentId,
  Condition,
  ReportId,
  Signatory,
  TenantsDecline,
  Visibility,
} from '@intekenboek/agreements-domain';
import type {
  CalendarDate,
  FeedPosition,
  Instant,
  PartyId,
  PartyKind,
} from '@intekenboek/event-sourcing-core';

/** Phases of an agreement that can be read. */
export const AGREEMENT_STATUSES = ['DRAFT', 'PROPOSED', 'IN_FORCE'] as const;
export type AgreementStatus = (typeof AGREEMENT_STATUSES)[number];

/** When something happened in the world, and when it was recorded. */
export interface BothTimes {
  readonly effectiveAt: Instant;
  readonly recordedAt: Instant;
}

/** What a party answered to the text that lies before it. */
export interface SignatureView extends BothTimes {
  readonly partyId: PartyId;
  readonly state: 'SIGNED' | 'DECLINED';
  readonly textVersion: number;
  /** The day of the signature; null for a decline. */
  readonly signedOn: CalendarDate | null;
  /** Why it declined; null for a signature. */
  readonly reasons: string | null;
}

/** Steps in the life of an agreement. */
export const AGREEMENT_STEPS = [
  'DRAFTED',
  'TENANTS_DECLINED',
  'PROPOSED',
  'WITHDRAWN',
  'SIGNED',
  'DECLINED',
  'ENTERED_INTO_FORCE',
] as const;
export type AgreementStep = (typeof AGREEMENT_STEPS)[number];

/** One step with who took it. */
export interface StepView extends BothTimes {
  readonly step: AgreementStep;
  /** Null where nobody acted: entering into force follows from the last signature. */
  readonly partyId: PartyId | null;
  readonly textVersion: number | null;
  readonly reason: string | null;
}

/** An agreement without its commitments. */
export interface AgreementRow {
  readonly agreement_id: AgreementId;
  /** Of its last event. */
  readonly revision: number;
  readonly status: AgreementStatus;
  readonly kind: AgreementKind;
  readonly title: string;
  readonly term_from: CalendarDate;
  readonly term_until: CalendarDate;
  readonly visibility: Visibility;
  readonly legal_basis: string | null;
  readonly signatories: readonly Signatory[];
  readonly signatory_ids: readonly PartyId[];
  /** Territories of signatories and of commitments: what it is found by. */
  readonly territories: readonly string[];
  readonly commitment_territories: Readonly<Record<CommitmentId, string>>;
  /** Provinces whose officers may read it: of its municipalities and provinces. */
  readonly province_codes: readonly string[];
  readonly conditions: readonly Condition[];
  readonly one_sidedness: string | null;
  readonly tenants_declines: readonly TenantsDecline[];
  readonly text_version: number;
  /** Null while the text is a draft. */
  readonly content_hash: string | null;
  readonly proposed_on: CalendarDate | null;
  /** Answers to the text that is proposed or in force; empty in a draft. */
  readonly signatures: readonly SignatureView[];
  readonly in_force_from: CalendarDate | null;
  readonly steps: readonly StepView[];
  /** Orders lists: newest first. */
  readonly drafted_position: FeedPosition;
}

/** What a creditor said of a report, each time it spoke. */
export interface StanceView extends BothTimes {
  readonly partyId: PartyId;
  readonly kind: 'CONFIRMED' | 'DISPUTED';
  readonly reasons: string | null;
}

/** A progress report with what has become of it. */
export interface ReportView extends BothTimes {
  readonly reportId: ReportId;
  readonly amount: number;
  readonly realisedOn: CalendarDate;
  readonly evidence: string | null;
  readonly correctsReportId: ReportId | null;
  readonly correctionReason: string | null;
  readonly correctedBy: ReportId | null;
  readonly stances: readonly StanceView[];
}

/** A commitment as it reads. */
export interface CommitmentRow {
  /** Agreement id and commitment id. */
  readonly commitment_key: string;
  readonly agreement_id: AgreementId;
  readonly commitment_id: CommitmentId;
  readonly debtor_id: PartyId;
  readonly creditors: Commitment['creditors'];
  readonly deadline: CalendarDate;
  readonly commitment: Commitment;
  /** Orders commitments as they were written. */
  readonly added_position: FeedPosition;
}

/** A report in a row of its own: what a commitment holds must not grow with what is reported on it. */
export interface ReportRow {
  /** Key of the commitment, and report id. */
  readonly report_key: string;
  readonly commitment_key: string;
  readonly report: ReportView;
  /** Orders reports as they were made. */
  readonly reported_position: FeedPosition;
}

/** A commitment with all reports ever made on it. */
export interface CommitmentWithReports extends CommitmentRow {
  /** In the order in which they were made. */
  readonly reports: readonly ReportView[];
}

/** The name under which a party is known. */
export interface PartyNameRow {
  readonly party_id: PartyId;
  readonly kind: PartyKind;
  readonly name: string;
}

export interface AgreementTables {
  readonly agreement: AgreementRow;
  readonly commitment: CommitmentRow;
  readonly report: ReportRow;
  readonly party_name: PartyNameRow;
}

import { DomainError } from '@intekenboek/event-sourcing-core';

/** Who acts. */
type ActorRejection =
  /** The same answer for an agreement of others and for none. */
  'NOT_A_PARTY' | 'ROLE_MISSING' | 'DRAFTER_NOT_SIGNATORY';

/** In which phase. */
type PhaseRejection =
  'AGREEMENT_ALREADY_DRAFTED' | 'AGREEMENT_NOT_DRAFT' | 'AGREEMENT_NOT_PROPOSED' | 'AGREEMENT_NOT_IN_FORCE';

/** Words that are asked for, and what must not stand in them. */
type WordingRejection = 'ID_INVALID' | 'TEXT_TOO_SHORT' | 'TEXT_TOO_LONG' | 'PERSONAL_DATA_SUSPECTED';

/** The agreement as a whole: rules 6.1 and 6.4. */
type AgreementLevelRejection =
  | 'PARTY_UNKNOWN'
  | 'PARTY_ENDED'
  | 'PARTY_NOT_YET_VALID'
  | 'SIGNATORIES_TOO_FEW'
  | 'SIGNATORIES_TOO_MANY'
  | 'SIGNATORY_REPEATED'
  | 'MUNICIPALITY_MISSING'
  | 'CORPORATION_MISSING'
  | 'MUNICIPALITY_OR_PROVINCE_MISSING'
  | 'TERM_INVERTED'
  | 'TENANTS_MISSING'
  | 'NOT_A_TENANTS_ORGANISATION'
  | 'TENANTS_HAVE_NOT_DECLINED'
  | 'TENANTS_STILL_NAMED'
  | 'COMMITMENTS_MISSING'
  | 'COMMITMENTS_TOO_MANY'
  | 'RECIPROCITY_MISSING';

/** One commitment: rule 6.2. */
type CommitmentRejection =
  | 'COMMITMENT_ALREADY_ADDED'
  | 'COMMITMENT_UNKNOWN'
  | 'DEBTOR_NOT_SIGNATORY'
  | 'CREDITOR_MISSING'
  | 'CREDITOR_NOT_SIGNATORY'
  | 'CREDITOR_IS_DEBTOR'
  | 'CREDITOR_REPEATED'
  | 'RESULT_KIND_UNKNOWN'
  | 'MEASURE_UNFIT'
  | 'AMOUNT_NOT_POSITIVE'
  | 'AMOUNT_NOT_WHOLE'
  | 'AMOUNT_TOO_LARGE'
  | 'BAND_INVERTED'
  | 'SHARE_OUT_OF_RANGE'
  | 'SHARES_MIXED'
  | 'PERIOD_INVERTED'
  | 'PERIOD_OUTSIDE_TERM'
  | 'TERRITORY_UNKNOWN'
  | 'TERRITORY_OUTSIDE_PARTIES'
  | 'THEME_UNKNOWN'
  | 'TARGET_GROUP_UNKNOWN'
  | 'TARGET_GROUP_REPEATED'
  | 'PRICE_SEGMENT_UNKNOWN'
  | 'DWELLING_KIND_UNKNOWN'
  | 'YEAR_SLICES_WITHOUT_WHOLE'
  | 'YEAR_SLICE_OUTSIDE_PERIOD'
  | 'YEAR_SLICE_REPEATED'
  | 'YEAR_SLICES_DO_NOT_SUM'
  | 'COUNTS_WITHOUT_MEASURE'
  | 'COUNTS_TOWARDS_REPEATED';

/** Conditions between commitments: rule 6.4. */
type ConditionRejection =
  | 'CONDITION_ALREADY_ADDED'
  | 'CONDITION_REPEATED'
  | 'CONDITION_UNKNOWN'
  | 'CONDITION_OF_ONE_PARTY'
  | 'CONDITION_CYCLE'
  | 'CONDITION_NEEDS_COMMITMENT'
  | 'NEEDED_BY_OUTSIDE_TERM'
  | 'NEEDED_BY_AFTER_DEADLINE';

/** Signatures: rules 6.5 and 6.6. */
type SigningRejection =
  'TEXT_VERSION_OUTDATED' | 'CONTENT_HASH_DIFFERS' | 'SIGNED_BEFORE_PROPOSED' | 'ALREADY_SIGNED';

/** Progress. */
type ProgressRejection =
  | 'COMMITMENT_OF_OTHER_PARTY'
  | 'COMMITMENT_NOT_MEASURABLE'
  | 'REPORT_ID_TAKEN'
  | 'REPORT_UNKNOWN'
  | 'REPORT_SUPERSEDED'
  | 'REALISED_IN_FUTURE'
  | 'REALISED_BEFORE_TERM'
  | 'PROCESS_RESULT_IS_ONE'
  | 'PROCESS_RESULT_ALREADY_REPORTED'
  | 'OWN_REPORT'
  | 'NOT_A_CREDITOR';

/** Every way in which an agreement can say no. Public API: codes are added, never renamed. */
export type AgreementRejection =
  | ActorRejection
  | PhaseRejection
  | WordingRejection
  | AgreementLevelRejection
  | CommitmentRejection
  | ConditionRejection
  | SigningRejection
  | ProgressRejection;

/** A rule of the agreement said no. `details.rule` names the rule, `details.field` the offending part. */
export class AgreementRejected extends DomainError<AgreementRejection> {}

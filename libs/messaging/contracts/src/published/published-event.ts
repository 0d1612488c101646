import type {
  AgreementInForceNoticeV1,
  ProgressConfirmedNoticeV1,
  ProgressCorrectedNoticeV1,
  ProgressDisputedNoticeV1,
  ProgressReportedNoticeV1,
} from './agreement-notices.v1';
import type { CasesChangedNoticeV1 } from './escalation-notices.v1';
import type { PartyMergedNoticeV1, PartyRegisteredNoticeV1 } from './party-notices.v1';
import type {
  BacklogRecordedNoticeV1,
  RealisationRecordedNoticeV1,
  TargetApportionedNoticeV1,
  TargetRevisedNoticeV1,
  TargetSetNoticeV1,
} from './target-notices.v1';

/**
 * All that leaves the house, by the type that a CloudEvent carries. The JSON Schemas are made from it. A type that
 * was published once stays, and so do its fields: add, never rename or remove (ADR-0018).
 */
export interface PublishedData {
  readonly 'nl.intekenboek.parties.party-registered.v1': PartyRegisteredNoticeV1;
  readonly 'nl.intekenboek.parties.party-merged.v1': PartyMergedNoticeV1;
  readonly 'nl.intekenboek.targets.target-set.v1': TargetSetNoticeV1;
  readonly 'nl.intekenboek.targets.target-apportioned.v1': TargetApportionedNoticeV1;
  readonly 'nl.intekenboek.targets.target-revised.v1': TargetRevisedNoticeV1;
  readonly 'nl.intekenboek.targets.backlog-recorded.v1': BacklogRecordedNoticeV1;
  readonly 'nl.intekenboek.targets.realisation-recorded.v1': RealisationRecordedNoticeV1;
  readonly 'nl.intekenboek.agreements.agreement-in-force.v1': AgreementInForceNoticeV1;
  readonly 'nl.intekenboek.agreements.progress-reported.v1': ProgressReportedNoticeV1;
  readonly 'nl.intekenboek.agreements.progress-confirmed.v1': ProgressConfirmedNoticeV1;
  readonly 'nl.intekenboek.agreements.progress-disputed.v1': ProgressDisputedNoticeV1;
  readonly 'nl.intekenboek.agreements.progress-corrected.v1': ProgressCorrectedNoticeV1;
  readonly 'nl.intekenboek.escalations.cases-changed.v1': CasesChangedNoticeV1;
}

export type PublishedType = keyof PublishedData;

/** Something that happened, as it is told outside. */
export type PublishedEvent = {
  readonly [Type in PublishedType]: {
    readonly type: Type;
    /** The party, target or agreement that it is about: the order of these is kept. Null: not even that is told. */
    readonly aboutId: string | null;
    readonly data: PublishedData[Type];
  };
}[PublishedType];

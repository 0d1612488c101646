import type { Instant } from '@intekenboek/event-sourcing-core';

import type { AgreementId, CommitmentId, ReportId } from '../agreements.v1';
import type { IntegrationEvent } from '../integration-event';
import type { ApportionedPartV1, Milestone } from '../targets.v1';
import type { PublishedEvent } from './published-event';

type DataByType = { readonly [Event in IntegrationEvent as Event['type']]: Event['data'] };
type EventOf<Type extends keyof DataByType> = {
  readonly [Each in Type]: { readonly type: Each; readonly data: DataByType[Each] };
}[Type];
type Publish<Data> = (data: Data, effectiveAt: Instant) => readonly PublishedEvent[];

/**
 * What everyone may know of what contexts know of one another: nothing, one message or more. A message holds what
 * anyone may read without a token, and ids; field by field, so that what an event comes to hold later is not told
 * until somebody decides so (ADR-0018).
 */
export const publishedEvents = <Type extends keyof DataByType>(
  { type, data }: EventOf<Type>,
  effectiveAt: Instant,
): readonly PublishedEvent[] => PUBLISH[type](data, effectiveAt);

// How parties came to a text is theirs: of a draft not even its id is told, by which the public could find it back in
// the agreement that came of it.
const draft = (): readonly PublishedEvent[] => [];

const casesChanged = (): readonly PublishedEvent[] => [
  { type: 'nl.intekenboek.escalations.cases-changed.v1', aboutId: null, data: {} },
];

const PUBLISH: { readonly [Type in keyof DataByType]: Publish<DataByType[Type]> } = {
  'parties.party-registered.v1': (data, effectiveAt) => {
    const { partyId, kind, name, territory, workingArea, validFrom } = data;
    const notice = { partyId, kind, name, territory, workingArea, validFrom, effectiveAt };
    return [{ type: 'nl.intekenboek.parties.party-registered.v1', aboutId: partyId, data: notice }];
  },
  'parties.party-merged.v1': ({ partyId, successorIds, mergedOn }, effectiveAt) => {
    const notice = { partyId, successorIds, mergedOn, effectiveAt };
    return [{ type: 'nl.intekenboek.parties.party-merged.v1', aboutId: partyId, data: notice }];
  },

  'targets.target-set.v1': (data, effectiveAt) => {
    const { targetId, name, resultKind, unit, territory, from, until, quantity, milestones } = data;
    const { realisedBy, route, halfYear } = data;
    const number = { targetId, name, resultKind, unit, territory, from, until, quantity };
    const how = { milestones: milestones.map(milestone), realisedBy, route, halfYear, effectiveAt };
    const notice = { ...number, ...how };
    return [{ type: 'nl.intekenboek.targets.target-set.v1', aboutId: targetId, data: notice }];
  },
  'targets.target-apportioned.v1': ({ targetId, strategy, parts }, effectiveAt) => {
    const notice = { targetId, strategy, parts: parts.map(part), effectiveAt };
    return [{ type: 'nl.intekenboek.targets.target-apportioned.v1', aboutId: targetId, data: notice }];
  },
  'targets.target-revised.v1': ({ targetId, quantity, parts }, effectiveAt) => {
    const notice = { targetId, quantity, parts: parts.map(part), effectiveAt };
    return [{ type: 'nl.intekenboek.targets.target-revised.v1', aboutId: targetId, data: notice }];
  },
  'targets.backlog-recorded.v1': ({ targetId, on, parts }, effectiveAt) => {
    const notice = { targetId, on, parts: parts.map(part), effectiveAt };
    return [{ type: 'nl.intekenboek.targets.backlog-recorded.v1', aboutId: targetId, data: notice }];
  },
  'targets.realisation-recorded.v1': ({ targetId, upTo, parts }, effectiveAt) => {
    const notice = { targetId, upTo, parts: parts.map(part), effectiveAt };
    return [{ type: 'nl.intekenboek.targets.realisation-recorded.v1', aboutId: targetId, data: notice }];
  },

  'agreements.agreement-drafted.v1': draft,
  'agreements.signatory-left.v1': draft,
  'agreements.commitment-recorded.v1': draft,
  'agreements.commitment-removed.v1': draft,
  'agreements.condition-recorded.v1': draft,
  'agreements.condition-removed.v1': draft,
  'agreements.agreement-in-force.v1': ({ agreementId }) => {
    const type = 'nl.intekenboek.agreements.agreement-in-force.v1';
    return [{ type, aboutId: agreementId, data: { agreementId } }];
  },
  'agreements.progress-reported.v1': (data) => {
    const type = 'nl.intekenboek.agreements.progress-reported.v1';
    return [{ type, aboutId: data.agreementId, data: reportIds(data) }];
  },
  'agreements.progress-confirmed.v1': (data) => {
    const type = 'nl.intekenboek.agreements.progress-confirmed.v1';
    return [{ type, aboutId: data.agreementId, data: reportIds(data) }];
  },
  'agreements.progress-disputed.v1': (data) => {
    const type = 'nl.intekenboek.agreements.progress-disputed.v1';
    return [{ type, aboutId: data.agreementId, data: reportIds(data) }];
  },
  'agreements.progress-corrected.v1': (data) => {
    const type = 'nl.intekenboek.agreements.progress-corrected.v1';
    const notice = { ...reportIds(data), correctsReportId: data.correctsReportId };
    return [{ type, aboutId: data.agreementId, data: notice }];
  },

  'escalations.escalation-raised.v1': casesChanged,
  'escalations.escalation-moved.v1': casesChanged,
  'escalations.escalation-closed.v1': casesChanged,
};

const milestone = ({ on, cumulative }: Milestone) => ({ on, cumulative });
const part = ({ territory, quantity }: ApportionedPartV1) => ({ territory, quantity });

interface OfReport {
  readonly agreementId: AgreementId;
  readonly commitmentId: CommitmentId;
  readonly reportId: ReportId;
}
const reportIds = ({ agreementId, commitmentId, reportId }: OfReport) => ({
  agreementId,
  commitmentId,
  reportId,
});

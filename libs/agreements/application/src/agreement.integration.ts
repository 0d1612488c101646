import {
  AGREEMENT_EVENT_TYPES,
  type AgreementDrafted,
  type AgreementEvent,
  type Commitment,
  type Condition,
  decodeAgreementEvent,
  type ProgressConfirmed,
  type ProgressCorrected,
  type ProgressDisputed,
  type ProgressReported,
} from '@intekenboek/agreements-domain';
import type {
  AgreementDraftedV1,
  AgreementIntegrationEvent,
  CommitmentV1,
  ConditionV1,
  IntegrationTranslator,
} from '@intekenboek/messaging-contracts';

/** What other contexts may know of agreements. Signatures, reasons and evidence stay here. */
export const agreementIntegration: IntegrationTranslator = {
  eventTypes: AGREEMENT_EVENT_TYPES,
  translate: (recorded) => translate(decodeAgreementEvent(recorded.type, recorded.data)),
};

function translate(event: AgreementEvent): readonly AgreementIntegrationEvent[] {
  const { agreementId } = event.data;
  switch (event.type) {
    case 'AgreementDrafted':
      return [draftedV1(event.data)];
    case 'CommitmentAdded':
    case 'CommitmentRevised': {
      const commitment = commitmentV1(event.data.commitment);
      return [{ type: 'agreements.commitment-recorded.v1', data: { agreementId, commitment } }];
    }
    case 'CommitmentRemoved': {
      const { commitmentId } = event.data;
      return [{ type: 'agreements.commitment-removed.v1', data: { agreementId, commitmentId } }];
    }
    case 'ConditionAdded': {
      const condition = conditionV1(event.data.condition);
      return [{ type: 'agreements.condition-recorded.v1', data: { agreementId, condition } }];
    }
    case 'ConditionRemoved': {
      const { conditionId } = event.data;
      return [{ type: 'agreements.condition-removed.v1', data: { agreementId, conditionId } }];
    }
    case 'AgreementEnteredIntoForce': {
      const { inForceFrom, contentHash } = event.data;
      return [{ type: 'agreements.agreement-in-force.v1', data: { agreementId, inForceFrom, contentHash } }];
    }
    case 'ProgressReported':
    case 'ProgressConfirmed':
    case 'ProgressDisputed':
    case 'ProgressCorrected':
      return [progressV1(event)];
    case 'TenantsDeclined': {
      const { agreementId, partyId } = event.data;
      return partyId === null
        ? []
        : [{ type: 'agreements.signatory-left.v1', data: { agreementId, partyId } }];
    }
    case 'OneSidednessExplained':
    case 'AgreementProposed':
    case 'ProposalWithdrawn':
    case 'AgreementSigned':
    case 'AgreementDeclined':
      return [];
  }
}

function draftedV1(data: AgreementDrafted['data']): AgreementDraftedV1 {
  const { agreementId, kind, title, signatories, from, until, visibility } = data;
  const signatoryIds = signatories.map(({ partyId }) => partyId);
  return {
    type: 'agreements.agreement-drafted.v1',
    data: { agreementId, kind, title, signatoryIds, from, until, visibility },
  };
}

type ProgressEvent = ProgressReported | ProgressConfirmed | ProgressDisputed | ProgressCorrected;

function progressV1({ type, data }: ProgressEvent): AgreementIntegrationEvent {
  const { agreementId, commitmentId, reportId } = data;
  const of = { agreementId, commitmentId, reportId };
  switch (type) {
    case 'ProgressReported': {
      const { amount, realisedOn } = data;
      return { type: 'agreements.progress-reported.v1', data: { ...of, amount, realisedOn } };
    }
    case 'ProgressConfirmed':
      return { type: 'agreements.progress-confirmed.v1', data: { ...of, byPartyId: data.byPartyId } };
    case 'ProgressDisputed':
      return { type: 'agreements.progress-disputed.v1', data: { ...of, byPartyId: data.byPartyId } };
    case 'ProgressCorrected': {
      const { correctsReportId, amount, realisedOn } = data;
      const corrected = { ...of, correctsReportId, amount, realisedOn };
      return { type: 'agreements.progress-corrected.v1', data: corrected };
    }
  }
}

// Field by field: what a commitment may come to hold later is not published until someone decides so.
const commitmentV1 = (commitment: Commitment): CommitmentV1 => ({
  commitmentId: commitment.commitmentId,
  text: commitment.text,
  debtorId: commitment.debtorId,
  creditors: commitment.creditors,
  resultKind: commitment.resultKind,
  measure: commitment.measure,
  unit: commitment.unit,
  from: commitment.from,
  deadline: commitment.deadline,
  territory: commitment.territory,
  theme: commitment.theme,
  targetGroups: commitment.targetGroups,
  priceSegment: commitment.priceSegment,
  dwellingKind: commitment.dwellingKind,
  yearSlices: commitment.yearSlices,
  source: commitment.source,
  countsTowards: commitment.countsTowards,
});

const conditionV1 = ({ conditionId, dependentId, prerequisiteId, neededBy }: Condition): ConditionV1 => ({
  conditionId,
  dependentId,
  prerequisiteId,
  neededBy,
});

import { asStored, eventCodec, type StoredEventReaders } from '@intekenboek/event-sourcing-core';

import type { AgreementEvent } from './agreement.events';

const readers: StoredEventReaders<AgreementEvent> = {
  AgreementDrafted: asStored,
  CommitmentAdded: asStored,
  CommitmentRevised: asStored,
  CommitmentRemoved: asStored,
  ConditionAdded: asStored,
  ConditionRemoved: asStored,
  OneSidednessExplained: asStored,
  TenantsDeclined: asStored,
  AgreementProposed: asStored,
  ProposalWithdrawn: asStored,
  AgreementSigned: asStored,
  AgreementDeclined: asStored,
  AgreementEnteredIntoForce: asStored,
  ProgressReported: asStored,
  ProgressConfirmed: asStored,
  ProgressDisputed: asStored,
  ProgressCorrected: asStored,
};

/** All types of event that the stream of an agreement holds. */
export const AGREEMENT_EVENT_TYPES = Object.keys(readers) as readonly AgreementEvent['type'][];

/** Reads what was stored in any past version. @throws Error for an event type that it does not know. */
export const decodeAgreementEvent = eventCodec<AgreementEvent>(readers);

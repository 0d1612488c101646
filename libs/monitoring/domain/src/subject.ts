import type { Brand, PartyId } from '@intekenboek/event-sourcing-core';

// Monitoring has no aggregate of its own: these ids come from the contexts that made them.
export type AgreementId = Brand<string, 'AgreementId'>;
export type CommitmentId = Brand<string, 'CommitmentId'>;
export type TargetId = Brand<string, 'TargetId'>;

/** What a verdict is about: one promise, or the part of a target that falls to one territory. */
export type Subject =
  | { readonly kind: 'COMMITMENT'; readonly agreementId: AgreementId; readonly commitmentId: CommitmentId }
  | { readonly kind: 'TARGET'; readonly targetId: TargetId; readonly territory: string };

/** The statutory route (taakstelling) only ever leads to proposals. */
export type Route = 'STATUTORY' | 'AGREED';

/** Whose fault a lag is: the root of the chain of late prerequisites. */
export interface Attribution {
  readonly partyId: PartyId;
  readonly commitmentId: CommitmentId;
  /** From the judged commitment to the root. */
  readonly chain: readonly CommitmentId[];
}

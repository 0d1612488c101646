import type { Brand } from '@intekenboek/event-sourcing-core';

/** One case (escalatie) on one ladder, a UUID made from what it is about; its stream is `escalation-<id>`. */
export type EscalationId = Brand<string, 'EscalationId'>;

/** An agreement (prestatieafspraak) of the context of agreements. */
export type AgreementId = Brand<string, 'AgreementId'>;

/** A promise (afspraak) of the context of agreements. */
export type CommitmentId = Brand<string, 'CommitmentId'>;

/** A target (opgave) of the context of targets. */
export type TargetId = Brand<string, 'TargetId'>;

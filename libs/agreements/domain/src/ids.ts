import type { Brand } from '@intekenboek/event-sourcing-core';

/** An agreement (prestatieafspraak), a UUID; its stream is `agreement-<id>`. */
export type AgreementId = Brand<string, 'AgreementId'>;

/** One promise (afspraak), a UUID chosen by who writes it; unique within its agreement. */
export type CommitmentId = Brand<string, 'CommitmentId'>;

/** A condition between two commitments (wederkerigheid), a UUID chosen by who writes it. */
export type ConditionId = Brand<string, 'ConditionId'>;

/** A progress report (voortgang), a UUID chosen by the debtor: the same id sent again has one effect. */
export type ReportId = Brand<string, 'ReportId'>;

/** A target (opgave) of the context of targets. */
export type TargetId = Brand<string, 'TargetId'>;

import type { AgreementId } from '@intekenboek/agreements-domain';
import { uuidOf } from '@intekenboek/event-sourcing-core';

/**
 * The id of the agreement that a command drafts. It is made from the command id, so that drafting again gives the
 * same agreement, and so that nobody can find out by drafting whether an agreement of others exists.
 */
export const agreementIdOf = (commandId: string): AgreementId =>
  uuidOf(`agreement:${commandId}`) as AgreementId;

export const agreementStream = (agreementId: AgreementId) => `agreement-${agreementId}` as const;

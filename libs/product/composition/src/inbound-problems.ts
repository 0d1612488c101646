import { AgreementRejected } from '@intekenboek/agreements-domain';
import { AGREEMENT_REJECTIONS } from '@intekenboek/agreements-graphql';
import { type DomainError, KernelRejected, type KernelRejection } from '@intekenboek/event-sourcing-core';
import { TokenRejected } from '@intekenboek/identity-application';
import { TOKEN_REJECTIONS } from '@intekenboek/identity-http';
import type { InboundProblem } from '@intekenboek/messaging-application';
import { KERNEL_REJECTIONS, type Sentence, sentenceOf, TOKEN_MISSING } from '@intekenboek/platform-nest';

/** A refusal as the API says it, with the place in the message; null for what is no refusal. */
export function problemOf(error: unknown): InboundProblem | null {
  if (error instanceof TokenRejected) return told(error, TOKEN_REJECTIONS[error.code]);
  if (error instanceof KernelRejected) return kernelProblem(error);
  if (error instanceof AgreementRejected) {
    const field = error.details['field'];
    const place = typeof field === 'string' ? { field: `/data/${field}` } : {};
    return { ...told(error, AGREEMENT_REJECTIONS[error.code]), ...place };
  }
  return null;
}

export const tokenMissing: InboundProblem = {
  code: 'TOKEN_MISSING',
  message: sentenceOf(TOKEN_MISSING, {}),
};

const told = ({ code, details }: DomainError, sentence: Sentence): InboundProblem => ({
  code,
  message: sentenceOf(sentence, details),
});

function kernelProblem(error: KernelRejected): InboundProblem {
  if (error.code === 'COMMAND_ID_REUSED') return idReused;
  return { ...told(error, KERNEL_REJECTIONS[error.code]), field: PLACES[error.code] };
}

const PLACES: Readonly<Record<KernelRejection, string>> = {
  DATE_INVALID: '/data/realisedOn',
  INSTANT_INVALID: '/data/effectiveAt',
  EFFECTIVE_TIME_AHEAD: '/data/effectiveAt',
  COMMAND_ID_INVALID: '/id',
  COMMAND_ID_REUSED: '/id',
};

const idReused: InboundProblem = {
  code: 'MESSAGE_ID_REUSED',
  field: '/id',
  message: {
    nl: 'Onder deze source en id kwam eerder iets anders binnen. Geef een nieuw bericht een nieuwe id.',
    en: 'Something else came in under this source and id before. Give a new message a new id.',
  },
};

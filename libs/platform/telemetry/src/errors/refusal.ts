import {
  ConcurrencyConflict,
  DomainError,
  EventIdTaken,
  EventTooLarge,
} from '@intekenboek/event-sourcing-core';

/**
 * The code of a "no" that we foresaw, such as a rule of the business or a wrong form; null for every other error,
 * which is one of ours or of a server that is away.
 */
export function refusalCode(error: unknown): string | null {
  if (error instanceof DomainError) return (error as DomainError).code;
  if (error instanceof ConcurrencyConflict) return 'CONCURRENT_CHANGE';
  if (error instanceof EventTooLarge) return 'EVENT_TOO_LARGE';
  if (error instanceof EventIdTaken) return 'EVENT_ID_TAKEN';
  return publicReason(error);
}

/** The kind of an error, for who may not see its message. */
export const kindOfError = (error: unknown): string => (error instanceof Error ? error.name : typeof error);

/** Errors of the API carry the reason that they tell the caller. */
function publicReason(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  const { extensions = {} } = error as Error & { readonly extensions?: Readonly<Record<string, unknown>> };
  const { code, reason } = extensions;
  if (code === 'UNAVAILABLE' || code === 'INTERNAL_SERVER_ERROR') return null;
  return typeof reason === 'string' ? reason : null;
}

import {
  ConcurrencyConflict,
  EventStoreUnavailable,
  EventTooLarge,
  KernelRejected,
  type KernelRejection,
} from '@intekenboek/event-sourcing-core';
import { type ArgumentsHost, Catch, type ExceptionFilter, Logger } from '@nestjs/common';
import { GraphQLError } from 'graphql';

import { answer } from './error-answer';
import type { FieldErrors } from './error-format';
import { publicError, type RejectionTable } from './public-error';

/** How the refusals of the kernel look from outside. */
export const KERNEL_REJECTIONS: RejectionTable<KernelRejection> = {
  DATE_INVALID: {
    code: 'BAD_USER_INPUT',
    nl: '"{text}" is geen bestaande dag. Schrijf een dag als jjjj-mm-dd, bijvoorbeeld 2026-11-21.',
    en: '"{text}" is not an existing day. Write a day as yyyy-mm-dd, for example 2026-11-21.',
  },
  INSTANT_INVALID: {
    code: 'BAD_USER_INPUT',
    nl: '"{text}" is geen tijdstip. Schrijf een tijdstip met tijdzone, bijvoorbeeld 2026-11-21T10:00:00+01:00.',
    en: '"{text}" is not a moment in time. Write it with its time zone, for example 2026-11-21T10:00:00+01:00.',
  },
  COMMAND_ID_INVALID: {
    code: 'BAD_USER_INPUT',
    nl: 'De commandId is geen UUID. Kies voor elke handeling een nieuwe UUID.',
    en: 'The commandId is not a UUID. Choose a new UUID for each act.',
  },
  COMMAND_ID_REUSED: {
    code: 'CONFLICT',
    nl: 'Met deze commandId is eerder iets anders gestuurd. Kies een nieuwe UUID voor een nieuwe handeling.',
    en: 'Something else was sent with this commandId before. Choose a new UUID for a new act.',
  },
  EFFECTIVE_TIME_AHEAD: {
    code: 'BAD_USER_INPUT',
    nl: 'Het opgegeven moment ligt in de toekomst. Leg alleen vast wat al is gebeurd (nu is het {now}).',
    en: 'The given moment lies in the future. Record only what has already happened (it is now {now}).',
  },
};

const concurrentChange = {
  code: 'CONFLICT',
  nl: 'Iemand anders wijzigde dit op hetzelfde moment. Lees het opnieuw en stuur uw wijziging nog eens.',
  en: 'Someone else changed this at the same moment. Read it again and send your change once more.',
} as const;

const tooLarge = {
  code: 'BAD_USER_INPUT',
  nl: 'Dit is te groot om in één keer vast te leggen. Verdeel het over meer handelingen.',
  en: 'This is too large to record at once. Spread it over more acts.',
} as const;

const storeUnavailable = {
  code: 'UNAVAILABLE',
  nl: 'Het register kan nu niets vastleggen. Er is niets half gedaan; stuur het over enkele minuten nog eens, met dezelfde commandId.',
  en: 'The register cannot record anything at this moment. Nothing was half done; send it again in a few minutes, with the same commandId.',
} as const;

type KernelError = KernelRejected | ConcurrencyConflict | EventTooLarge | EventStoreUnavailable;

const KERNEL_ERRORS = [KernelRejected, ConcurrencyConflict, EventTooLarge, EventStoreUnavailable] as const;

const logger = new Logger('EventStore');

/** What any context may refuse, in the words of this API. */
@Catch(...KERNEL_ERRORS)
export class KernelErrorFilter implements ExceptionFilter {
  catch(error: KernelError, host: ArgumentsHost): unknown {
    return answer(host, toPublic(error));
  }
}

/** The same for a field below the root. */
export const kernelFieldErrors: FieldErrors = (error) =>
  KERNEL_ERRORS.some((known) => error instanceof known) ? toPublic(error as KernelError) : null;

function toPublic(error: KernelError): GraphQLError {
  if (error instanceof EventStoreUnavailable) tell(error);
  if (error instanceof KernelRejected) {
    return publicError(error.code, KERNEL_REJECTIONS[error.code], error.details);
  }
  if (error instanceof EventTooLarge) return publicError('EVENT_TOO_LARGE', tooLarge);
  if (error instanceof EventStoreUnavailable) return publicError('STORE_UNAVAILABLE', storeUnavailable);
  return publicError('CONCURRENT_CHANGE', concurrentChange);
}

/** Why the store refuses is for the operator; many fields of one answer meet the same error. */
function tell(error: EventStoreUnavailable): void {
  if (!told.has(error)) logger.error(error);
  told.add(error);
}
const told = new WeakSet<EventStoreUnavailable>();

/** Errors that are public already pass as they are; without this Nest would log them as if nobody foresaw them. */
@Catch(GraphQLError)
export class PublicErrorFilter implements ExceptionFilter {
  catch(error: GraphQLError, host: ArgumentsHost): unknown {
    return answer(host, error);
  }
}

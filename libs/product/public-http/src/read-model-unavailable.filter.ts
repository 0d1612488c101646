import { answer, type FieldErrors, publicError } from '@intekenboek/platform-nest';
import { DatabaseUnreachable, ReadModelUnavailable } from '@intekenboek/platform-sql';
import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import type { GraphQLError } from 'graphql';

const building = {
  code: 'UNAVAILABLE',
  nl: 'Dit overzicht wordt op dit moment opgebouwd. Probeer het over een minuut nog eens; /health/ready vertelt hoe ver het is.',
  en: 'This overview is being built at this moment. Try again in a minute; /health/ready tells how far it is.',
} as const;

const failed = {
  code: 'UNAVAILABLE',
  nl: 'Dit overzicht kan nu niet antwoorden; de beheerder ziet in het logboek waarom. Wat is vastgelegd, is veilig.',
  en: 'This overview cannot answer now; the operator finds the reason in the log. What was recorded is safe.',
} as const;

const away = {
  code: 'UNAVAILABLE',
  nl: 'De overzichten zijn op dit moment niet te bereiken. Probeer het over een minuut nog eens.',
  en: 'The overviews cannot be reached at this moment. Try again in a minute.',
} as const;

/** A question to a read model that is not there (yet), or out of reach. Writing goes on meanwhile. */
@Catch(ReadModelUnavailable, DatabaseUnreachable)
export class ReadModelUnavailableFilter implements ExceptionFilter {
  catch(error: ReadModelUnavailable | DatabaseUnreachable, host: ArgumentsHost): unknown {
    return answer(host, toPublic(error));
  }
}

/** The same for a field below the root of a question. */
export const readModelFieldErrors: FieldErrors = (error) =>
  error instanceof ReadModelUnavailable || error instanceof DatabaseUnreachable ? toPublic(error) : null;

function toPublic(error: ReadModelUnavailable | DatabaseUnreachable): GraphQLError {
  if (error instanceof DatabaseUnreachable) return publicError('READ_MODELS_AWAY', away);
  const { readModel, reason } = error;
  const sentence = reason === 'BUILDING' ? building : failed;
  return publicError('READ_MODEL_UNAVAILABLE', sentence, { readModel });
}

import { currentScope } from '@intekenboek/platform-telemetry';
import { Logger } from '@nestjs/common';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';

import { publicError, type PublicRejection, type Sentence } from './public-error';
import { currentLanguage } from './request-scope';

const logger = new Logger('UnforeseenError');

/** Errors that the log has already: Nest tells of some before they come here. */
const logged = new WeakSet<object>();
export const markLogged = (error: object): WeakSet<object> => logged.add(error);

/** What an error that a field met says outside; null for one that nobody foresaw. */
export type FieldErrors = (error: Error) => GraphQLError | null;

/**
 * Every error on its way out. What this API says itself goes in the language of the caller; what GraphQL says of a
 * question gets the same shape; what nobody foresaw is logged here and is one closed sentence outside.
 */
export function formatError(error: GraphQLError, fieldErrors?: FieldErrors): GraphQLFormattedError {
  const { path, locations } = error;
  const { message, extensions } = toPublic(error, fieldErrors);
  const sentence = extensions['message'] as Sentence | undefined;
  return {
    message: sentence?.[currentLanguage()] ?? message,
    ...(locations !== undefined && { locations }),
    ...(path !== undefined && { path }),
    extensions,
  };
}

function toPublic(error: GraphQLError, fieldErrors: FieldErrors = () => null): GraphQLError {
  // Errors of compiled code have none when their cause has none, whatever the type says.
  const { code, reason } = (error.extensions as GraphQLError['extensions'] | undefined) ?? {};
  if (reason !== undefined) return withField(error);
  const known = error.originalError && fieldErrors(error.originalError);
  if (known) return known;
  const rejection = typeof code === 'string' ? OF_GRAPHQL[code] : undefined;
  return rejection === undefined ? unforeseen(error) : questionError(rejection, error.message);
}

interface QuestionRejection extends PublicRejection {
  readonly reason: string;
}

/** What Apollo and graphql-js say of a question, by their codes. */
const OF_GRAPHQL: Readonly<Record<string, QuestionRejection>> = {
  GRAPHQL_PARSE_FAILED: {
    reason: 'QUERY_UNREADABLE',
    code: 'BAD_USER_INPUT',
    nl: 'Deze vraag is geen GraphQL: {problem}',
    en: 'This question is not GraphQL: {problem}',
  },
  GRAPHQL_VALIDATION_FAILED: {
    reason: 'QUERY_INVALID',
    code: 'BAD_USER_INPUT',
    nl: 'Deze vraag past niet bij het schema: {problem}',
    en: 'This question does not fit the schema: {problem}',
  },
  BAD_USER_INPUT: {
    reason: 'INPUT_TYPE_WRONG',
    code: 'BAD_USER_INPUT',
    nl: 'Een van de waarden past niet: {problem}',
    en: 'One of the values does not fit: {problem}',
  },
  OPERATION_RESOLUTION_FAILURE: {
    reason: 'OPERATION_UNKNOWN',
    code: 'BAD_USER_INPUT',
    nl: 'Zeg met operationName welke van de vragen u bedoelt: {problem}',
    en: 'Say with operationName which of the questions you mean: {problem}',
  },
  BAD_REQUEST: {
    reason: 'REQUEST_INVALID',
    code: 'BAD_USER_INPUT',
    nl: 'Dit verzoek is geen GraphQL-verzoek: {problem}',
    en: 'This request is not a GraphQL request: {problem}',
  },
};

function questionError({ reason, ...rejection }: QuestionRejection, problem: string): GraphQLError {
  return publicError(reason, rejection, { problem, ...fieldIn(problem) });
}

/** A scalar knows what is wrong with a value and GraphQL knows where it stood. */
function withField(error: GraphQLError): GraphQLError {
  const field = fieldIn(error.message);
  if (field === null) return error;
  const details = { ...(error.extensions['details'] as object | undefined), ...field };
  return new GraphQLError(error.message, { extensions: { ...error.extensions, details } });
}

function fieldIn(message: string): { readonly field: string } | null {
  const found = /^Variable "\$(\w+)" got invalid value .*?(?: at "([\w.[\]]+)")?; /s.exec(message);
  return found === null ? null : { field: found[2] ?? found[1] ?? '' };
}

function unforeseen(error: GraphQLError): GraphQLError {
  const cause = error.originalError ?? error;
  if (!logged.has(cause)) logger.error(cause);
  const details = { correlationId: currentScope()?.correlationId ?? null };
  const message: Sentence = {
    nl: 'Er ging bij ons iets mis. Probeer het later nog eens, en noem bij een melding het correlationId.',
    en: 'Something went wrong on our side. Try again later, and name the correlationId when you report it.',
  };
  return new GraphQLError(message.en, {
    extensions: { code: 'INTERNAL_SERVER_ERROR', reason: 'UNFORESEEN', details, message },
  });
}

import { type ValidationError, ValidationPipe } from '@nestjs/common';
import type { GraphQLError } from 'graphql';

import { constraintInDutch } from './constraint-sentences';
import { publicError } from './public-error';

/** One field of a form that is not right. */
export interface FieldProblem {
  /** Where it stands, for example `commitments.2.deadline`. */
  readonly field: string;
  /** What is expected of it, in both languages. */
  readonly expected: readonly { readonly nl: string; readonly en: string }[];
}

/**
 * Checks every input against its class-validator rules and tells all that is wrong at once. Fields without a rule of
 * their own stay: the schema has refused unknown ones before, and dropping a field in silence loses what was said.
 */
export const inputPipe = (): ValidationPipe =>
  new ValidationPipe({ whitelist: false, forbidUnknownValues: false, exceptionFactory: inputInvalid });

function inputInvalid(errors: ValidationError[]): GraphQLError {
  const fields = errors.flatMap((error) => problemsOf(error, ''));
  return publicError(
    'INPUT_INVALID',
    { code: 'BAD_USER_INPUT', nl: sentence('nl', fields), en: sentence('en', fields) },
    { fields },
  );
}

function problemsOf(error: ValidationError, parent: string): readonly FieldProblem[] {
  const field = parent === '' ? error.property : `${parent}.${error.property}`;
  const expected = Object.values(error.constraints ?? {}).map((en) => withoutName(en, error.property));
  return [
    ...(expected.length === 0 ? [] : [{ field, expected }]),
    ...(error.children ?? []).flatMap((child) => problemsOf(child, field)),
  ];
}

/** "title must be shorter than …" is "must be shorter than …": the field is named beside it. */
function withoutName(message: string, property: string): { nl: string; en: string } {
  const en = message.startsWith(`${property} `) ? message.slice(property.length + 1) : message;
  return { nl: constraintInDutch(en), en };
}

const OPENING = {
  nl: 'Niet alles is goed ingevuld. Verbeter dit en stuur het opnieuw.',
  en: 'Not everything is filled in well. Correct this and send it again.',
};

// Braces would be taken for names of details.
const sentence = (language: 'nl' | 'en', fields: readonly FieldProblem[]): string =>
  [
    OPENING[language],
    ...fields.map(({ field, expected }) => `${field}: ${expected.map((one) => one[language]).join(', ')}.`),
  ]
    .join(' ')
    .replace(/[{}]/g, '');

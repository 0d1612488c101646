import { GraphQLError } from 'graphql';

/** What an error means to a program. Few on purpose: the exact fact is in `reason`. */
export type PublicCode =
  'BAD_USER_INPUT' | 'CONFLICT' | 'FORBIDDEN' | 'NOT_FOUND' | 'UNAUTHENTICATED' | 'UNAVAILABLE';

/** One sentence in both languages that says what is wrong and what to do, in words of a volunteer. */
export interface Sentence {
  readonly nl: string;
  readonly en: string;
}

/** How one rejection looks from outside. In the sentences `{field}` is replaced by `details.field`, and so on. */
export interface PublicRejection extends Sentence {
  readonly code: PublicCode;
}

/** A new rejection does not compile until someone has decided what it is to a caller, in both languages. */
export type RejectionTable<R extends string> = Readonly<Record<R, PublicRejection>>;

/**
 * The one shape of every error of this API: `extensions.code` for a program, `extensions.reason` for a screen,
 * `extensions.message` for a person. The language of `message` itself is chosen on the way out.
 */
export function publicError(reason: string, rejection: PublicRejection, details: object = {}): GraphQLError {
  const message = sentenceOf(rejection, details);
  return new GraphQLError(message.en, { extensions: { code: rejection.code, reason, details, message } });
}

/** What a rejection says to a person, with its details filled in. */
export const sentenceOf = ({ nl, en }: Sentence, details: object): Sentence => ({
  nl: filled(nl, details),
  en: filled(en, details),
});

/** Puts the details into the sentence; a name that is not among them stays as it is, so that a slip shows. */
function filled(sentence: string, details: object): string {
  const known = new Map<string, unknown>(Object.entries(details));
  return sentence.replace(/\{(\w+)\}/g, (all, name: string) => {
    const value = known.get(name);
    if (Array.isArray(value)) return value.join(', ');
    return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
      ? String(value)
      : all;
  });
}

import type { Actor } from '@intekenboek/event-sourcing-core';

/** Languages in which this product speaks; Dutch only when the caller asks for it first. */
export type Language = 'nl' | 'en';

/** What every resolver may know of the request. Made in `graphqlModule`, from what the middleware put there. */
export interface RequestContext {
  /** Who acts, from a verified token; null when no token was sent. */
  readonly actor: Actor | null;
  readonly language: Language;
}

/** The first language in Accept-Language decides, because that is the one the caller likes best. */
export const languageOf = (acceptLanguage: string | undefined): Language =>
  /^\s*nl\b/i.test(acceptLanguage ?? '') ? 'nl' : 'en';

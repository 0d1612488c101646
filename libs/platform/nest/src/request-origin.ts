import type { Request } from 'express';

import type { Language } from './request-context';

const HOST = /^[a-z0-9.-]+(:\d{1,5})?$|^\[[0-9a-f:]+\](:\d{1,5})?$/i;

/** Where the caller reached us, for commands that are pasted. Whatever is no plain host name is not repeated. */
export function originOf(request: Request): string {
  const host = request.get('host') ?? '';
  return `${request.protocol}://${HOST.test(host) ? host : 'localhost:4000'}`;
}

/** `?lang=` decides, then what the browser likes best of the two; Dutch where neither says anything. */
export function pageLanguageOf(request: Request): Language {
  const asked = request.query['lang'];
  if (asked === 'nl' || asked === 'en') return asked;
  return request.acceptsLanguages('nl', 'en') === 'en' ? 'en' : 'nl';
}

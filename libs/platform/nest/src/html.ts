import { createHash } from 'node:crypto';

/** Text that may go into a page as it is. Only `html` and `trusted` make it. */
export class Html {
  // Private, so that the compiler takes nothing else that happens to have a text.
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  get text(): string {
    return this.#text;
  }
}

export type HtmlPart = string | number | null | Html | readonly Html[];

/** A piece of a page: whatever is put in is escaped, unless it was made by `html` itself. */
export const html = (strings: TemplateStringsArray, ...parts: readonly HtmlPart[]): Html =>
  new Html(strings.reduce((text, next, index) => text + written(parts[index - 1] ?? null) + next));

/** Only for what this product wrote itself: it is not escaped. */
export const trusted = (text: string): Html => new Html(text);

const written = (part: HtmlPart): string => {
  if (part === null) return '';
  if (part instanceof Html) return part.text;
  if (typeof part === 'object') return part.map((one) => one.text).join('\n');
  return String(part).replace(/[&<>"']/g, (sign) => ESCAPED[sign] ?? sign);
};

const ESCAPED: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Allows a page its own style sheet and nothing else: the value of Content-Security-Policy. */
export const pagePolicy = (style: string): string =>
  [
    "default-src 'none'",
    `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
    "img-src 'self' data:",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; ');

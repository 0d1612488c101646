import type { Response } from 'express';

import { type Html, html, pagePolicy, trusted } from './html';
import type { Language } from './request-context';

/** A page without scripts that every browser and screen reader can read. */
export interface HtmlPage {
  readonly language: Language;
  /** Names the page in the tab and, with the product, in the history. */
  readonly title: string;
  /** Its own address, to which the choice of language is added. */
  readonly path: string;
  /** Everything within `main`; it begins with the one `h1`. */
  readonly body: Html;
}

/** Sends it with a policy that lets it load nothing but its own style. */
export function sendPage(response: Response, page: HtmlPage): void {
  response
    .status(200)
    .set({
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': pagePolicy(STYLE),
      'Content-Language': page.language,
      'Cache-Control': 'no-store',
      Vary: 'Accept, Accept-Language',
    })
    .send(written(page));
}

function written({ language, title, path, body }: HtmlPage): string {
  const text = TEXTS[language];
  const page = html`<html lang="${language}">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>${title} · Intekenboek</title>
      <link rel="icon" href="data:," />
      ${STYLE_ELEMENT}
    </head>
    <body>
      <a class="skip" href="#main">${text.skip}</a>
      <header>
        <p class="product"><a href="/?lang=${language}">Intekenboek</a></p>
        <nav aria-label="${text.language}">
          <ul>
            <li>${languageLink('nl', 'Nederlands', language, path)}</li>
            <li>${languageLink('en', 'English', language, path)}</li>
          </ul>
        </nav>
      </header>
      <main id="main" tabindex="-1">${body}</main>
      <footer><p>${text.licence}</p></footer>
    </body>
  </html>`;
  return `<!doctype html>\n${page.text}\n`;
}

const languageLink = (target: Language, name: string, current: Language, path: string): Html =>
  target === current
    ? html`<a href="${path}?lang=${target}" lang="${target}" hreflang="${target}" aria-current="true"
        >${name}</a
      >`
    : html`<a href="${path}?lang=${target}" lang="${target}" hreflang="${target}">${name}</a>`;

const TEXTS = {
  nl: {
    skip: 'Naar de inhoud',
    language: 'Taal',
    licence: 'Intekenboek is open source onder de EUPL 1.2.',
  },
  en: {
    skip: 'Skip to the content',
    language: 'Language',
    licence: 'Intekenboek is open source under the EUPL 1.2.',
  },
} as const;

// Colours have a contrast of at least 4.5 to 1, in light and in dark; nothing is told by colour alone.
const STYLE = `
:root { color-scheme: light dark; --text: #1b1b1b; --back: #fff; --soft: #f1f4f8; --line: #5c6b7a; --link: #154273; }
@media (prefers-color-scheme: dark) {
  :root { --text: #f2f2f2; --back: #14181d; --soft: #222a33; --line: #9aa8b6; --link: #9cc7f5; }
}
* { box-sizing: border-box; }
body { margin: 0; font: 1.0625rem/1.6 system-ui, sans-serif; color: var(--text); background: var(--back); }
header, main, footer { max-width: 62rem; margin: 0 auto; padding: 1rem 1.25rem; }
header { display: flex; flex-wrap: wrap; gap: 1rem; justify-content: space-between; align-items: center;
  border-bottom: 1px solid var(--line); }
footer { border-top: 1px solid var(--line); margin-top: 3rem; }
header nav ul { display: flex; flex-wrap: wrap; gap: 1rem; list-style: none; margin: 0; padding: 0; }
a { color: var(--link); text-underline-offset: 0.2em; display: inline-block; min-height: 24px; }
main p a, main li a, main dd a { display: inline; }
a:focus-visible, summary:focus-visible, button:focus-visible, select:focus-visible, main:focus-visible {
  outline: 3px solid var(--link); outline-offset: 3px; }
[aria-current] { font-weight: 700; text-decoration: none; }
.skip { position: absolute; left: -999rem; }
.skip:focus { left: 1rem; top: 1rem; padding: 0.5rem 1rem; background: var(--back); }
.product { font-weight: 700; font-size: 1.25rem; margin: 0; }
.note { padding: 0.75rem 1rem; background: var(--soft); border-left: 0.4rem solid var(--link); }
h1, h2, h3 { line-height: 1.25; }
h2 { margin-top: 2.5rem; }
p, li, dd { max-width: 70ch; }
dt { font-weight: 700; }
dd { margin: 0 0 0.5rem; }
pre { padding: 0.75rem 1rem; background: var(--soft); white-space: pre-wrap; overflow-wrap: anywhere; font-size: 0.9375rem; }
summary { min-height: 24px; cursor: pointer; color: var(--link); }
.steps > li { margin-bottom: 1.5rem; }
.wide { overflow-wrap: anywhere; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: 0.5rem 1rem 0.5rem 0; border-bottom: 1px solid var(--line); }
`;
// The policy holds the hash of exactly this text.
const STYLE_ELEMENT = trusted(`<style>${STYLE}</style>`);

import type { DemoPersonWithToken } from '@intekenboek/identity-http';
import { type Html, html, trusted } from '@intekenboek/platform-nest';

/** What the explorer opens with. */
export interface ExplorerView {
  readonly people: readonly DemoPersonWithToken[];
  /** As whom the questions are asked; null as nobody. */
  readonly person: DemoPersonWithToken | null;
  /** One per tab; the first is shown. */
  readonly queries: readonly string[];
}

/** The page around GraphiQL: a choice of who asks, without scripts of its own. */
export function explorerPage({ people, person, queries }: ExplorerView): string {
  const headers = person === null ? '' : JSON.stringify({ Authorization: `Bearer ${person.token}` }, null, 2);
  const options = {
    title: 'Intekenboek',
    logo: ' ',
    headers,
    defaultTabs: queries.map((query) => ({ query, headers })),
  };
  const page = html`<html lang="en">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>GraphQL explorer · Intekenboek</title>
      <link rel="icon" href="data:," />
      <link rel="stylesheet" href="/explorer/graphiql.css" />
      <link rel="stylesheet" href="/explorer/page.css" />
    </head>
    <body>
      ${chooser(people, person)}
      <main>
        <div id="explorer"></div>
        <noscript>
          <p>
            The explorer needs JavaScript. <a href="/demo/people">The demo people</a> have commands for a
            terminal.
          </p>
        </noscript>
      </main>
      ${trusted(`<script type="application/json" id="options">${forScript(options)}</script>`)}
      <script src="/explorer/graphiql.js"></script>
      <script src="/explorer/start.js"></script>
    </body>
  </html>`;
  return `<!doctype html>\n${page.text}\n`;
}

const chooser = (people: readonly DemoPersonWithToken[], person: DemoPersonWithToken | null): Html =>
  html`<header>
    <h1>GraphQL explorer</h1>
    <form action="/explorer" method="get">
      <label for="person">Ask as (vraag als)</label>
      <select id="person" name="person">
        <option value="">nobody (niemand)</option>
        ${people.map((one) => option(one, one.key === person?.key))}
      </select>
      <button type="submit">Choose (kies)</button>
    </form>
    <a href="/">To the first page (naar de beginpagina)</a>
  </header>`;

const option = ({ key, name, partyName }: DemoPersonWithToken, isChosen: boolean) =>
  isChosen
    ? html`<option value="${key}" selected>${name}, ${partyName}</option>`
    : html`<option value="${key}">${name}, ${partyName}</option>`;

/** JSON that cannot end the element that it stands in. */
const forScript = (value: unknown): string => JSON.stringify(value).replace(/</g, '\\u003c');

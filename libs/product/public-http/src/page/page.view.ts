import { curlFor, type DemoPersonWithToken } from '@intekenboek/identity-http';
import { type Html, html, type Language } from '@intekenboek/platform-nest';

import type { PageModel, WalkThroughStep } from './page-model';
import { PAGE_TEXTS } from './page.texts';

/** What the first page is made of. `people` is null outside the demonstration. */
export interface PageView {
  readonly model: PageModel;
  readonly people: readonly DemoPersonWithToken[] | null;
  /** Where commands go to, for example `http://localhost:4000`. */
  readonly origin: string;
  readonly language: Language;
}

/** Everything within `main`. */
export function pageBody(view: PageView): Html {
  const { model, language } = view;
  const text = PAGE_TEXTS[language];
  return html`<h1>${text.title}</h1>
    <p>${text.lead}</p>
    ${model.isDemonstration ? html`<p class="note">${text.demonstration}</p>` : null}
    <section aria-labelledby="what">
      <h2 id="what">${text.whatTitle}</h2>
      <ul>
        ${text.what.map((line) => html`<li>${line}</li>`)}
      </ul>
    </section>
    ${facts(view)} ${walkThrough(view)} ${people(view)} ${links(view)}`;
}

function facts({ model, language }: PageView): Html {
  const text = PAGE_TEXTS[language];
  return html`<section aria-labelledby="facts">
    <h2 id="facts">${text.factsTitle}</h2>
    <dl>
      <dt>${text.version}</dt>
      <dd>${model.version}</dd>
      ${model.facts.map(
        ({ label, value }) =>
          html`<dt>${label[language]}</dt>
            <dd>${value}</dd>`,
      )}
    </dl>
  </section>`;
}

function walkThrough(view: PageView): Html | null {
  const text = PAGE_TEXTS[view.language];
  if (view.people === null || view.model.walkThrough.length === 0) return null;
  return html`<section aria-labelledby="walk">
    <h2 id="walk">${text.walkTitle}</h2>
    <p>${text.walkIntro}</p>
    <ol class="steps">
      ${view.model.walkThrough.map((step, index) => html`<li>${walkThroughStep(view, step, index + 1)}</li>`)}
    </ol>
  </section>`;
}

function walkThroughStep(view: PageView, step: WalkThroughStep, number: number): Html {
  const text = PAGE_TEXTS[view.language];
  const person = view.people?.find(({ key }) => key === step.personKey) ?? null;
  return html`<h3>${step.title[view.language]}</h3>
    <p>${step.text[view.language]}</p>
    <p>${person === null ? text.anyone : `${text.as} ${person.name}, ${person.partyName}.`}</p>
    ${step.query === null ? null : stepQuery(view, step.query, { person, number })}`;
}

function stepQuery(
  { language, origin }: PageView,
  query: string,
  { person, number }: { readonly person: DemoPersonWithToken | null; readonly number: number },
): Html {
  const text = PAGE_TEXTS[language];
  const asked = new URLSearchParams({ ...(person && { person: person.key }), query });
  return html`<details>
      <summary>${text.query} ${number}</summary>
      <pre lang="en"><code>${query}</code></pre>
    </details>
    <details>
      <summary>${text.curl} ${number}</summary>
      <pre lang="en"><code>${curlFor({ origin, token: person?.token ?? null, query })}</code></pre>
    </details>
    <p><a href="/explorer?${asked.toString()}">${text.explore} ${number}</a></p>`;
}

function people({ people: all, language }: PageView): Html | null {
  const text = PAGE_TEXTS[language];
  if (all === null) return null;
  return html`<section aria-labelledby="people">
    <h2 id="people">${text.peopleTitle}</h2>
    <p>${text.peopleIntro}</p>
    <div class="wide">
      <table>
        <thead>
          <tr>
            <th scope="col">${text.person}</th>
            <th scope="col">${text.party}</th>
            <th scope="col">${text.does}</th>
          </tr>
        </thead>
        <tbody>
          ${all.map(
            ({ name, partyName, description }) =>
              html`<tr>
                <th scope="row">${name}</th>
                <td>${partyName}</td>
                <td>${description[language]}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
    <p><a href="/demo/people?lang=${language}">${text.peopleLink}</a></p>
  </section>`;
}

function links({ model, origin, people: all, language }: PageView): Html {
  const text = PAGE_TEXTS[language];
  return html`<nav aria-labelledby="links">
    <h2 id="links">${text.linksTitle}</h2>
    <ul class="lines">
      ${all === null ? null : html`<li><a href="/explorer">${text.explorer}</a> (${text.explorerNote})</li>`}
      <li>${text.graphql} <code>${origin}/graphql</code></li>
      <li>
        <a href="/health/live">${text.live}</a>
      </li>
      <li><a href="/health/ready">${text.ready}</a></li>
      ${model.documentation.map(({ label, href }) => html`<li><a href="${href}">${label[language]}</a></li>`)}
    </ul>
  </nav>`;
}

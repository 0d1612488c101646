import { type Html, html, type Language } from '@intekenboek/platform-nest';

import type { DemoPersonWithToken } from './demo-people.service';

const TEXTS = {
  nl: {
    title: 'Demopersonen',
    intro:
      'Deze personen zijn verzonnen. U kunt als ieder van hen handelen: neem het toegangsbewijs over, of plak de opdracht in een terminal. Buiten de demonstratie bestaat deze bladzijde niet.',
    party: 'Handelt voor',
    roles: 'Rollen',
    until: 'Toegangsbewijs geldt tot',
    token: 'Toegangsbewijs van',
    curl: 'Opdracht voor een terminal, als',
    explorer: 'Vraag het in de GraphQL-verkenner als',
    back: 'Naar de beginpagina',
  },
  en: {
    title: 'Demo people',
    intro:
      'These people are invented. You can act as any of them: copy the token, or paste the command into a terminal. Outside the demonstration this page does not exist.',
    party: 'Acts for',
    roles: 'Roles',
    until: 'Token valid until',
    token: 'Token of',
    curl: 'Command for a terminal, as',
    explorer: 'Ask it in the GraphQL explorer as',
    back: 'To the first page',
  },
} as const;

export const demoPeopleTitle = (language: Language): string => TEXTS[language].title;

/** Everything within `main` of the page. */
export function demoPeopleBody(people: readonly DemoPersonWithToken[], language: Language): Html {
  const text = TEXTS[language];
  return html`<h1>${text.title}</h1>
    <p class="note">${text.intro}</p>
    ${people.map((person) => section(person, language))}
    <p><a href="/?lang=${language}">${text.back}</a></p>`;
}

function section(person: DemoPersonWithToken, language: Language): Html {
  const text = TEXTS[language];
  return html`<section aria-labelledby="${person.key}">
    <h2 id="${person.key}">${person.name}</h2>
    <p>${person.description[language]}</p>
    <dl>
      <dt>${text.party}</dt>
      <dd>${person.partyName}</dd>
      <dt>${text.roles}</dt>
      <dd>${person.actor.roles.join(', ')}</dd>
      <dt>${text.until}</dt>
      <dd>${person.expiresAt.slice(0, 10)}</dd>
    </dl>
    <p><a href="/explorer?person=${encodeURIComponent(person.key)}">${text.explorer} ${person.name}</a></p>
    <details>
      <summary>${text.curl} ${person.name}</summary>
      <pre lang="en"><code>${person.curl}</code></pre>
    </details>
    <details>
      <summary>${text.token} ${person.name}</summary>
      <pre lang="en"><code>${person.token}</code></pre>
    </details>
  </section>`;
}

import type { EscalationRow } from '@intekenboek/escalations-read-model';

import type { CaseNames } from './case-names';
import type { WordsType } from './case-parts.types';
import { dayWords, instrumentWords, listWords, rungWords, words } from './case-words';

/** What is the matter, and what comes next: two sentences for a list of cases. */
export function summaryWords(row: EscalationRow, names: CaseNames): WordsType {
  const matter = matterWords(row, names);
  const next = nextWords(row, names);
  return words(`${matter.nl} ${next.nl}`, `${matter.en} ${next.en}`);
}

function matterWords(row: EscalationRow, names: CaseNames): WordsType {
  const party = names.party(row.responding_party_id).name;
  const { title } = names.subject(row.subject);
  if (row.route === 'STATUTORY') {
    return words(
      `${party} haalde ${title} niet (${row.period}).`,
      `${party} missed ${title} (${row.period}).`,
    );
  }
  if (row.cause?.kind === 'BLOCKED_BY') {
    return words(
      `Anderen wachten op wat ${party} verschuldigd is: “${title}”.`,
      `Others wait for what ${party} owes: “${title}”.`,
    );
  }
  return words(`${party} loopt achter met “${title}”.`, `${party} lags with “${title}”.`);
}

function nextWords(row: EscalationRow, names: CaseNames): WordsType {
  switch (row.status) {
    case 'OPEN':
      return openWords(row, names);
    case 'DECIDED': {
      const what = row.decision === null ? words('', '') : instrumentWords(row.decision.instrument);
      return words(
        `Besloten: ${what.nl}; nu wacht de zaak op herstel.`,
        `Decided: ${what.en}; now recovery is awaited.`,
      );
    }
    case 'RESOLVED':
      return row.route === 'AGREED'
        ? words('De achterstand is ingelopen.', 'It has recovered.')
        : words('Het voorstel is vervallen.', 'The proposal has lapsed.');
    case 'PROPOSED': {
      const where = rungWords(row.ladder_id, row.proposal?.rung ?? 0);
      return words(
        `Voorgesteld: ${where.nl}; de provincie beslist.`,
        `Proposed: ${where.en}; the province decides.`,
      );
    }
    case 'PLACED': {
      const where = rungWords(row.ladder_id, row.rung ?? 0);
      return words(`De provincie plaatste op ${where.nl}.`, `The province placed it on ${where.en}.`);
    }
    case 'SET_ASIDE':
      return row.placement?.isExcusable === true
        ? words('De provincie acht dit verschoonbaar.', 'The province holds this to be excusable.')
        : words('De provincie legde het voorstel terzijde.', 'The province set the proposal aside.');
  }
}

function openWords(row: EscalationRow, names: CaseNames): WordsType {
  const deciders = listWords(
    row.to_decide_party_ids.map((partyId) => names.party(partyId).name),
    words('of', 'or'),
  );
  const where = rungWords(row.ladder_id, row.rung ?? 0);
  const until = row.term_ends_on === null ? words('', '') : dayWords(row.term_ends_on);
  const response = row.is_explained
    ? words('De toelichting is er;', 'It is explained;')
    : words('Er is nog geen toelichting;', 'There is no explanation yet;');
  return words(
    `${response.nl} op ${where.nl} beslist ${deciders.nl}, uiterlijk ${until.nl}.`,
    `${response.en} on ${where.en} ${deciders.en} decides, by ${until.en}.`,
  );
}

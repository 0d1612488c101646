import type { EscalationRow, HistoryEntry } from '@intekenboek/escalations-read-model';

import type { CaseNames } from './case-names';
import type { WordsType } from './case-parts.types';
import { dayWords, instrumentWords, listWords, reasonWords, rungWords, words } from './case-words';

/** One line of a history as a person reads it. */
export function historyWords(
  entry: HistoryEntry,
  { ladder_id: ladder, route }: EscalationRow,
  names: CaseNames,
): WordsType {
  const party = names.party(entry.partyId).name;
  switch (entry.type) {
    case 'EscalationRaised': {
      const { respondingPartyId, rung, termEndsOn } = entry.details;
      const [who, where, until] = [
        names.party(respondingPartyId).name,
        rungWords(ladder, rung),
        dayWords(termEndsOn),
      ];
      return words(
        `Zaak geopend op ${where.nl}. ${who} moet reageren; de termijn loopt tot en met ${until.nl}.`,
        `Case raised on ${where.en}. ${who} must respond; the term runs until ${until.en}.`,
      );
    }
    case 'EscalationSubjectsAdded':
      return words(
        'Meer bleek op dezelfde oorzaak te wachten; het staat nu in deze zaak.',
        'More turned out to wait for the same cause; it is now in this case.',
      );
    case 'EscalationResponseGiven': {
      const { reasonCode, text, recoveryOn } = entry.details;
      const reason = reasonWords(reasonCode);
      const day = recoveryOn === null ? null : dayWords(recoveryOn);
      return words(
        `${party} reageerde: ${reason.nl}. “${text}”${day ? ` Herstel verwacht op ${day.nl}.` : ''}`,
        `${party} responded: ${reason.en}. “${text}”${day ? ` Recovery is expected by ${day.en}.` : ''}`,
      );
    }
    case 'EscalationViewGiven':
      return words(
        `${party} gaf een zienswijze: “${entry.details.text}”`,
        `${party} gave its view: “${entry.details.text}”`,
      );
    case 'EscalationMovedUp':
      return movedWords(entry.details, ladder, names);
    case 'EscalationBecameOverdue': {
      const { rung, termEndedOn } = entry.details;
      const [where, day] = [rungWords(ladder, rung), dayWords(termEndedOn)];
      return words(
        `De termijn van ${where.nl} verstreek op ${day.nl}. Hoger kan niet: de zaak wacht hier op een besluit.`,
        `The term of ${where.en} passed on ${day.en}. There is no higher rung: the case waits here for a decision.`,
      );
    }
    case 'EscalationDecided': {
      const { rung, instrument, reasons, recoverBy } = entry.details;
      const [where, what] = [rungWords(ladder, rung), instrumentWords(instrument)];
      const day = recoverBy === null ? null : dayWords(recoverBy);
      return words(
        `${party} besloot op ${where.nl}: ${what.nl}. “${reasons}”${day ? ` Hersteld uiterlijk ${day.nl}.` : ''}`,
        `${party} decided on ${where.en}: ${what.en}. “${reasons}”${day ? ` To recover by ${day.en}.` : ''}`,
      );
    }
    case 'EscalationResolved':
      return route === 'AGREED'
        ? words('Opgelost: de achterstand is ingelopen.', 'Resolved: what lagged has recovered.')
        : words(
            'Het voorstel is vervallen: het halfjaar is bij nader inzien niet gemist.',
            'The proposal has lapsed: on closer view the half-year was not missed.',
          );
    case 'PlacementProposed':
    case 'PlacementAccepted':
    case 'PlacementSetAside':
      return placementWords(entry, ladder, party);
  }
}

type Details<Type extends HistoryEntry['type']> = Extract<HistoryEntry, { type: Type }>['details'];

function movedWords(details: Details<'EscalationMovedUp'>, ladder: string, names: CaseNames): WordsType {
  const { fromRung, rung, reason, withoutViewOf, termEndsOn } = details;
  const [from, to, until] = [rungWords(ladder, fromRung), rungWords(ladder, rung), dayWords(termEndsOn)];
  const silent = listWords(withoutViewOf.map((partyId) => names.party(partyId).name));
  const why =
    reason === 'NOT_EXPLAINED'
      ? words('zonder toelichting (niet uitgelegd)', 'without an explanation (not explained)')
      : words('zonder besluit', 'without a decision');
  const view =
    silent.nl === ''
      ? words('', '')
      : words(` Geen zienswijze van ${silent.nl}.`, ` No view from ${silent.en}.`);
  return words(
    `De termijn van ${from.nl} verstreek ${why.nl}. Nu op ${to.nl}, tot en met ${until.nl}.${view.nl}`,
    `The term of ${from.en} passed ${why.en}. Now on ${to.en}, until ${until.en}.${view.en}`,
  );
}

type PlacementEntry = Extract<
  HistoryEntry,
  { type: 'PlacementProposed' | 'PlacementAccepted' | 'PlacementSetAside' }
>;

function placementWords(entry: PlacementEntry, ladder: string, party: string): WordsType {
  switch (entry.type) {
    case 'PlacementProposed': {
      const { proposedRung, missedPeriods } = entry.details;
      const [where, missed] = [rungWords(ladder, proposedRung), listWords(missedPeriods)];
      return words(
        `Het register stelt ${where.nl} voor. Gemist: ${missed.nl}. De provincie beslist.`,
        `The register proposes ${where.en}. Missed: ${missed.en}. The province decides.`,
      );
    }
    case 'PlacementAccepted': {
      const { rung, reason } = entry.details;
      const where = rungWords(ladder, rung);
      return words(
        `${party} stelde ${where.nl} vast. “${reason}”`,
        `${party} decided on ${where.en}. “${reason}”`,
      );
    }
    case 'PlacementSetAside': {
      const { reason, isExcusable } = entry.details;
      const excused = isExcusable ? words(' als verschoonbaar', ' as excusable') : words('', '');
      return words(
        `${party} legde het voorstel terzijde${excused.nl}. “${reason}”`,
        `${party} set the proposal aside${excused.en}. “${reason}”`,
      );
    }
  }
}

import { type AgreedRung, ladderById, type StatutoryRung } from '@intekenboek/escalations-domain';
import type { EscalationRow } from '@intekenboek/escalations-read-model';

import type { CaseNames } from './case-names';
import type { EscalationLadderType, EscalationRungType } from './case-parts.types';
import { words } from './case-words';
import type { RungState } from './escalation.enums';

/** The ladder under the names it had when the case was raised, with who decides in this case. */
export function ladderOf(row: EscalationRow, names: CaseNames): EscalationLadderType {
  const ladder = ladderById(row.ladder_id);
  const rungs = (ladder?.rungs ?? []).map((rung) =>
    'decides' in rung ? agreedRung(rung, row, names) : statutoryRung(rung, row, names),
  );
  return { id: row.ladder_id, source: ladder?.source ?? '', rungs };
}

function agreedRung(rung: AgreedRung, row: EscalationRow, names: CaseNames): EscalationRungType {
  const { number, nameNl, nameEn } = rung;
  // Terms and instruments are those that the case was raised with.
  const held = row.rungs.find((candidate) => candidate.number === number) ?? {
    ...rung,
    decidingPartyIds: [],
  };
  const state = row.skipped_rungs.includes(number) ? 'SKIPPED' : stateOf(number, row.rung);
  return {
    number,
    name: words(nameNl, nameEn),
    state,
    decidingParties: held.decidingPartyIds.map(names.party),
    termWorkingDays: held.termWorkingDays,
    termEndsOn: state === 'CURRENT' ? row.term_ends_on : null,
    onSilence: held.onSilence,
    instruments: held.instruments,
    isPublished: false,
  };
}

const statutoryRung = (
  { number, nameNl, nameEn, termWorkingDays, publication }: StatutoryRung,
  row: EscalationRow,
  names: CaseNames,
): EscalationRungType => ({
  number,
  name: words(nameNl, nameEn),
  state: stateOf(number, row.status === 'PROPOSED' ? (row.proposal?.rung ?? null) : row.rung),
  decidingParties: row.proposal === null ? [] : [names.party(row.proposal.provinceId)],
  termWorkingDays,
  termEndsOn: null,
  onSilence: null,
  instruments: [],
  isPublished: publication !== 'NONE',
});

function stateOf(number: number, current: number | null): RungState {
  if (current === null || number > current) return 'AHEAD';
  return number === current ? 'CURRENT' : 'PASSED';
}

import { type CalendarDate, isUuid } from '@intekenboek/event-sourcing-core';
import {
  findCode,
  municipalityOn,
  RESULT_KINDS,
  type ResultKind,
  territoryCode,
  territoryLevel,
} from '@intekenboek/reference-data-facts';

import { TargetRejected, type TargetRejection } from './target.errors';

const COUNTED_WHOLE: readonly (string | null)[] = ['PERSONS', 'DWELLINGS', 'PLACES', 'PITCHES', 'HOUSEHOLDS'];

export function requireText(text: string, code: TargetRejection, field: string): string {
  const trimmed = text.trim();
  if (trimmed === '') throw new TargetRejected(code, { rule: '7', field });
  return trimmed;
}

export function requireId(targetId: string): void {
  if (!isUuid(targetId)) throw new TargetRejected('TARGET_ID_INVALID', { rule: '7', field: 'targetId' });
}

export function requirePeriod(from: CalendarDate, until: CalendarDate): void {
  if (from < until) return;
  throw new TargetRejected('PERIOD_INVALID', { rule: '7', field: 'until', from, until });
}

/** Rule 7: above nothing, and whole where persons or things are counted. */
export function requireQuantity(quantity: number, unit: string | null): void {
  const isWhole = !COUNTED_WHOLE.includes(unit) || Number.isSafeInteger(quantity);
  if (Number.isFinite(quantity) && quantity > 0 && isWhole) return;
  throw new TargetRejected('QUANTITY_INVALID', { rule: '7', field: 'quantity', quantity: String(quantity) });
}

/** The territory exists on the first day of the period. */
export function requireTerritory(text: string, on: CalendarDate): void {
  const code = territoryCode(text);
  if (territoryLevel(code) !== 'MUNICIPALITY' || municipalityOn(code, on) !== undefined) return;
  throw new TargetRejected('TERRITORY_UNKNOWN', { rule: '7', field: 'territory', territory: text, on });
}

/**
 * Rule 7: "30 %" has two meanings that are never mixed. A share of the existing stock belongs to one municipality;
 * a share of new building belongs to a region, a province or the nation.
 */
export function requireResultKind(code: string, territory: string, on: CalendarDate): ResultKind {
  const kind = findCode(RESULT_KINDS, code, on);
  const field = 'resultKind';
  if (kind === undefined) throw new TargetRejected('RESULT_KIND_UNKNOWN', { rule: '7', field, code });
  if (kind.code === 'PROCESS_RESULT') {
    throw new TargetRejected('RESULT_KIND_NOT_A_TARGET', { rule: '7', field, code });
  }
  const isMunicipality = territoryLevel(territoryCode(territory)) === 'MUNICIPALITY';
  const isOtherLevel =
    (kind.code === 'STOCK_SHARE' && !isMunicipality) || (kind.code === 'NEW_BUILD_SHARE' && isMunicipality);
  if (isOtherLevel) throw new TargetRejected('SHARE_OF_OTHER_LEVEL', { rule: '7', field, code, territory });
  return kind;
}

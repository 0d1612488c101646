import { municipalityWithAreaOf, territoryCode } from '@intekenboek/reference-data-facts';

import type { CarryOverBacklog, RecordBacklog } from './target.commands';
import { TargetRejected } from './target.errors';
import type { BacklogRecorded, TerritoryQuantity } from './target.events';
import { requireText } from './target.rules';
import type { KnownTarget } from './target.state';

/**
 * What was left undone before goes on beside the new number; whoever did more is ahead (negative). A municipality
 * that merged in the meantime leaves its backlog to the one that has its area now.
 */
export function backlogFrom(
  { data, previous }: CarryOverBacklog,
  target: KnownTarget,
): readonly BacklogRecorded[] {
  requireStatutory(target);
  const sums = new Map<string, number>();
  for (const { territory, quantity } of previous) {
    const successor = municipalityWithAreaOf(territoryCode(territory), target.from)?.code ?? territory;
    sums.set(successor, (sums.get(successor) ?? 0) + quantity);
  }
  const parts = [...sums].map(([territory, quantity]) => ({ territory, quantity }));
  return backlog(target, parts, `Voorstand of achterstand uit ${data.previousTargetId}`, data);
}

/** For the first half-year that is kept here: the backlog as it was published elsewhere. */
export function recordBacklog(data: RecordBacklog['data'], target: KnownTarget): readonly BacklogRecorded[] {
  requireStatutory(target);
  const source = requireText(data.source, 'TARGET_SOURCE_MISSING', 'source');
  return backlog(target, data.parts, source, data);
}

function backlog(
  target: KnownTarget,
  parts: readonly TerritoryQuantity[],
  source: string,
  data: RecordBacklog['data'] | CarryOverBacklog['data'],
): readonly BacklogRecorded[] {
  const stray = parts
    .filter(({ territory }) => !target.parts.has(territory))
    .map(({ territory }) => territory);
  if (stray.length > 0) {
    throw new TargetRejected('TERRITORY_WITHOUT_PART', { rule: '7', field: 'parts', territories: stray });
  }
  const odd = parts.find(({ quantity }) => !Number.isSafeInteger(quantity));
  if (odd !== undefined) {
    throw new TargetRejected('QUANTITY_INVALID', { rule: '7', field: 'parts', territory: odd.territory });
  }
  if (isSame(parts, target)) return [];
  const carriedOverFrom = 'previousTargetId' in data ? data.previousTargetId : null;
  const { targetId, from: on } = target;
  return [{ type: 'BacklogRecorded', data: { targetId, on, carriedOverFrom, parts, source } }];
}

function requireStatutory(target: KnownTarget): void {
  if (target.halfYear === null) {
    throw new TargetRejected('BACKLOG_NOT_STATUTORY', { rule: '7', field: 'targetId' });
  }
  if (target.parts.size === 0) throw new TargetRejected('NOT_APPORTIONED', { rule: '7', field: 'targetId' });
}

const isSame = (parts: readonly TerritoryQuantity[], { backlog: known }: KnownTarget): boolean =>
  parts.length === known.size && parts.every(({ territory, quantity }) => known.get(territory) === quantity);

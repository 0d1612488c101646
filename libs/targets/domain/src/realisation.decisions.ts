import type { CalendarDate } from '@intekenboek/event-sourcing-core';

import type { RecordRealisation } from './target.commands';
import { TargetRejected } from './target.errors';
import type { RealisationRecorded, TerritoryQuantity } from './target.events';
import { requireText } from './target.rules';
import type { KnownTarget, LatestRealisation } from './target.state';

/**
 * What was reached up to and including a day, per territory. The same day may be recorded again: the later record
 * stands, and both stay in the log. A number never lies below that of an earlier day.
 */
export function recordRealisation(
  data: RecordRealisation['data'],
  target: KnownTarget,
  today: CalendarDate,
): readonly RealisationRecorded[] {
  const { targetId, upTo, parts } = data;
  const source = requireText(data.source, 'TARGET_SOURCE_MISSING', 'source');
  const { from, until } = target;
  if (upTo < from || upTo > until) {
    throw new TargetRejected('REALISATION_OUTSIDE_PERIOD', { rule: '7', field: 'upTo', from, until });
  }
  if (upTo > today) throw new TargetRejected('REALISATION_AHEAD', { rule: '7', field: 'upTo', today });
  if (parts.length === 0) throw new TargetRejected('PARTS_NEEDED', { rule: '7', field: 'parts' });
  for (const part of parts) requireFittingPart(part, target, upTo);
  return [{ type: 'RealisationRecorded', data: { targetId, upTo, parts, source } }];
}

function requireFittingPart(
  { territory, quantity }: TerritoryQuantity,
  target: KnownTarget,
  upTo: CalendarDate,
): void {
  const of = { rule: '7', field: 'parts', territory };
  if (!hasPart(target, territory)) {
    throw new TargetRejected('TERRITORY_WITHOUT_PART', { ...of, territories: [territory] });
  }
  if (!Number.isFinite(quantity) || quantity < 0) {
    throw new TargetRejected('QUANTITY_INVALID', { ...of, quantity: String(quantity) });
  }
  const recorded = recordAgainst(target.realised.get(territory) ?? [], upTo, quantity);
  if (recorded !== null) throw new TargetRejected('REALISATION_DECREASES', { ...of, quantity, recorded });
}

const hasPart = ({ parts, territory: whole }: KnownTarget, territory: string): boolean =>
  parts.has(territory) || (parts.size === 0 && territory === whole);

/** The number of an earlier day that lies above, or of a later day that lies below; null when all ascend. */
function recordAgainst(
  known: readonly LatestRealisation[],
  upTo: CalendarDate,
  quantity: number,
): number | null {
  const before = known.findLast((record) => record.upTo < upTo);
  if (before !== undefined && before.quantity > quantity) return before.quantity;
  const after = known.find((record) => record.upTo > upTo);
  return after !== undefined && after.quantity < quantity ? after.quantity : null;
}

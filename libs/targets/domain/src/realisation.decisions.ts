import type { CalendarDate } from '@intekenboek/event-sourcing-core';

import type { RecordRealisation } from './target.commands';
import { TargetRejected } from './target.errors';
import type { RealisationRecorded, TerritoryQuantity } from './target.events';
import { requireText } from './target.rules';
import type { KnownTarget } from './target.state';

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
  const hasPart = target.parts.has(territory) || (target.parts.size === 0 && territory === target.territory);
  if (!hasPart) throw new TargetRejected('TERRITORY_WITHOUT_PART', { ...of, territories: [territory] });
  if (!Number.isFinite(quantity) || quantity < 0) {
    throw new TargetRejected('QUANTITY_INVALID', { ...of, quantity: String(quantity) });
  }
  const known = target.realised.get(territory) ?? [];
  const before = known.filter((record) => record.upTo < upTo).at(-1);
  const after = known.find((record) => record.upTo > upTo);
  if ((before && before.quantity > quantity) || (after && after.quantity < quantity)) {
    throw new TargetRejected('REALISATION_DECREASES', {
      ...of,
      quantity,
      recorded: (before ?? after)?.quantity ?? 0,
    });
  }
}

import type { CalendarDate } from '@intekenboek/event-sourcing-core';
import type {
  ApportionedPartV1,
  TargetIntegrationEvent,
  TargetSetV1,
} from '@intekenboek/messaging-contracts';

import type { TargetPartRow, TargetRow } from './monitoring.tables';
import { provinceCodeOf } from './places';
import type { Published, RowRules } from './published';

const isOfTargets = (event: { readonly type: string }): event is TargetIntegrationEvent =>
  event.type.startsWith('targets.');

/** Targets without their parts. */
export const targetRows: RowRules<'target'> = {
  table: 'target',
  key: 'target_id',
  keysOf: (event) => (isOfTargets(event) ? [event.data.targetId] : []),
  evolve: (row, { event }) => (isOfTargets(event) ? evolveTarget(row, event) : row),
};

function evolveTarget(row: TargetRow | null, { type, data }: TargetIntegrationEvent): TargetRow | null {
  switch (type) {
    case 'targets.target-set.v1':
      return targetOf(data);
    case 'targets.target-apportioned.v1':
      return row && { ...row, is_split: true };
    case 'targets.target-revised.v1':
    case 'targets.backlog-recorded.v1':
    case 'targets.realisation-recorded.v1':
      return row;
  }
}

const targetOf = (data: TargetSetV1['data']): TargetRow => ({
  target_id: data.targetId,
  name: data.name,
  result_kind: data.resultKind,
  unit: data.unit,
  territory: data.territory,
  from_day: data.from,
  until_day: data.until,
  milestones: data.milestones,
  realised_by: data.realisedBy,
  route: data.route,
  half_year: data.halfYear,
  is_split: false,
});

/** The whole has a key without a territory, because not every event about it names one. */
const wholeKey = (targetId: string): string => `${targetId}|`;
const partKey = (targetId: string, territory: string): string => `${targetId}|${territory}`;

/** The part of each territory, and the whole for the territory that the target was set for. */
export const targetPartRows: RowRules<'target_part'> = {
  table: 'target_part',
  key: 'part_key',
  keysOf: (event) => (isOfTargets(event) ? keysOf(event) : []),
  evolve: (row, published, key) => {
    const { event, ...days } = published;
    if (!isOfTargets(event)) return row;
    return key === wholeKey(event.data.targetId)
      ? evolveWhole(row, event, days)
      : evolvePart(row, event, { ...days, key });
  },
};

function keysOf({ type, data }: TargetIntegrationEvent): readonly string[] {
  const whole = wholeKey(data.targetId);
  if (type === 'targets.target-set.v1') return [whole];
  return [whole, ...data.parts.map(({ territory }) => partKey(data.targetId, territory))];
}

type Days = Omit<Published, 'event'>;

function evolveWhole(
  row: TargetPartRow | null,
  event: TargetIntegrationEvent,
  { effectiveOn: on, recordedOn }: Days,
): TargetPartRow | null {
  const { type, data } = event;
  if (type === 'targets.target-set.v1') {
    const whole = emptyPart(wholeKey(data.targetId), data.targetId, data.territory);
    return { ...whole, is_whole: true, quantities: [{ on, quantity: data.quantity, recordedOn }] };
  }
  if (row === null) return null;
  if (type === 'targets.target-revised.v1') {
    return { ...row, quantities: [...row.quantities, { on, quantity: data.quantity, recordedOn }] };
  }
  return withResults(row, event, recordedOn);
}

function evolvePart(
  row: TargetPartRow | null,
  event: TargetIntegrationEvent,
  { key, effectiveOn: on, recordedOn }: Days & { readonly key: string },
): TargetPartRow | null {
  const { type, data } = event;
  if (type === 'targets.target-apportioned.v1' || type === 'targets.target-revised.v1') {
    const territory = key.slice(key.indexOf('|') + 1);
    const part = row ?? emptyPart(key, data.targetId, territory);
    const quantity = quantitiesOf(data.parts).get(territory) ?? 0;
    return { ...part, quantities: [...part.quantities, { on, quantity, recordedOn }] };
  }
  return row && withResults(row, event, recordedOn);
}

function withResults(
  row: TargetPartRow,
  { type, data }: TargetIntegrationEvent,
  recordedOn: CalendarDate,
): TargetPartRow {
  if (type !== 'targets.backlog-recorded.v1' && type !== 'targets.realisation-recorded.v1') return row;
  const quantity = quantitiesOf(data.parts).get(row.territory);
  if (quantity === undefined) return row;
  if (type === 'targets.backlog-recorded.v1') {
    return { ...row, backlogs: [...row.backlogs, { on: data.on, quantity, recordedOn }] };
  }
  return { ...row, realisations: [...row.realisations, { on: data.upTo, quantity, recordedOn }] };
}

const emptyPart = (key: string, targetId: TargetPartRow['target_id'], territory: string): TargetPartRow => ({
  part_key: key,
  target_id: targetId,
  territory,
  province: provinceCodeOf(territory),
  is_whole: false,
  quantities: [],
  backlogs: [],
  realisations: [],
});

// One event names hundreds of territories: they are looked up, not searched.
const known = new WeakMap<readonly ApportionedPartV1[], ReadonlyMap<string, number>>();
function quantitiesOf(parts: readonly ApportionedPartV1[]): ReadonlyMap<string, number> {
  const quantities =
    known.get(parts) ?? new Map(parts.map(({ territory, quantity }) => [territory, quantity]));
  known.set(parts, quantities);
  return quantities;
}

import type { RecordedEvent } from '@intekenboek/event-sourcing-core';
import type { RowProjection } from '@intekenboek/platform-sql';
import { decodeTargetEvent, type TargetEvent, type TargetId } from '@intekenboek/targets-domain';

import type { TargetPartRow, TargetTables } from './target.tables';

export const partId = (targetId: string, territory: string): string => `${targetId}|${territory}`;

/** One row per target and territory: its part, what it was computed from, the backlog and what was reached. */
export const targetParts: RowProjection<TargetTables, 'target_part'> = {
  table: 'target_part',
  key: 'part_id',
  keysOf: (recorded) => {
    const event = decodeTargetEvent(recorded.type, recorded.data);
    return territoriesOf(event).map((territory) => partId(event.data.targetId, territory));
  },
  evolve,
};

function territoriesOf({ type, data }: TargetEvent): readonly string[] {
  switch (type) {
    case 'TargetSet':
    case 'TaakstellingPublished':
      return [];
    case 'TargetRevised':
      return (data.apportionment?.parts ?? []).map(({ territory }) => territory);
    case 'TargetApportioned':
    case 'BacklogRecorded':
    case 'RealisationRecorded':
      return data.parts.map(({ territory }) => territory);
  }
}

// Parts are looked up once per event and territory: a map per event spares a search through 344 of them.
const partsByEvent = new WeakMap<
  object,
  ReadonlyMap<string, { readonly quantity: number; readonly weight?: number | null }>
>();

function partIn(
  parts: readonly {
    readonly territory: string;
    readonly quantity: number;
    readonly weight?: number | null;
  }[],
  territory: string,
) {
  let byTerritory = partsByEvent.get(parts);
  if (byTerritory === undefined) {
    byTerritory = new Map(parts.map((part) => [part.territory, part]));
    partsByEvent.set(parts, byTerritory);
  }
  return byTerritory.get(territory);
}

function evolve(row: TargetPartRow | null, recorded: RecordedEvent, key: string): TargetPartRow | null {
  const { type, data } = decodeTargetEvent(recorded.type, recorded.data);
  const territory = key.slice(key.indexOf('|') + 1);
  const current = row ?? emptyPart(data.targetId, territory);
  switch (type) {
    case 'TargetSet':
    case 'TaakstellingPublished':
      return row;
    case 'TargetApportioned':
      return { ...current, ...splitOf(partIn(data.parts, territory)) };
    case 'TargetRevised':
      return { ...current, ...splitOf(partIn(data.apportionment?.parts ?? [], territory)) };
    case 'BacklogRecorded':
      return { ...current, backlog: partIn(data.parts, territory)?.quantity ?? null };
    case 'RealisationRecorded': {
      const { upTo, source } = data;
      const quantity = partIn(data.parts, territory)?.quantity ?? 0;
      const realisation = { upTo, quantity, source, recordedAt: recorded.recordedAt };
      return { ...current, realisations: [...current.realisations, realisation] };
    }
  }
}

const splitOf = (part: { readonly quantity: number; readonly weight?: number | null } | undefined) => ({
  quantity: part?.quantity ?? null,
  weight: part?.weight ?? null,
});

const emptyPart = (targetId: TargetId, territory: string): TargetPartRow => ({
  part_id: partId(targetId, territory),
  target_id: targetId,
  territory,
  weight: null,
  quantity: null,
  backlog: null,
  realisations: [],
});

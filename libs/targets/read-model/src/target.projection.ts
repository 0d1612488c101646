import type { RecordedEvent } from '@intekenboek/event-sourcing-core';
import { createRowTable, projectRows, type ReadModel, type RowProjection } from '@intekenboek/platform-sql';
import {
  type ApportionedPart,
  type ApportionmentInputs,
  decodeTargetEvent,
  TARGET_EVENT_TYPES,
} from '@intekenboek/targets-domain';

import type { NumberOfTarget, TargetRow, TargetTables } from './target.tables';
import { targetParts } from './target-part.projection';

const targets: RowProjection<TargetTables, 'target'> = {
  table: 'target',
  key: 'target_id',
  keysOf: (recorded) => decodeTargetEvent(recorded.type, recorded.data).data.targetId,
  evolve,
};

/** Targets (opgaven) with every number they had and how they were split. */
export const targetReadModel: ReadModel<TargetTables> = {
  name: 'targets',
  version: 1,
  eventTypes: TARGET_EVENT_TYPES,
  async createTables(tables) {
    await createRowTable(tables, targets)
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('result_kind', 'text', (column) => column.notNull())
      .addColumn('unit', 'text', (column) => column.notNull())
      .addColumn('territory', 'text', (column) => column.notNull())
      .addColumn('from_day', 'date', (column) => column.notNull())
      .addColumn('until_day', 'date', (column) => column.notNull())
      .addColumn('quantity', 'double precision', (column) => column.notNull())
      .addColumn('milestones', 'jsonb', (column) => column.notNull())
      .addColumn('realised_by', 'text', (column) => column.notNull())
      .addColumn('legal_basis', 'text')
      .addColumn('half_year', 'text')
      .addColumn('published_on', 'date')
      .addColumn('is_published_in_time', 'boolean')
      .addColumn('numbers', 'jsonb', (column) => column.notNull())
      .addColumn('inputs', 'jsonb')
      .addColumn('parts_sum', 'double precision')
      .addColumn('parts_count', 'integer', (column) => column.notNull())
      .addColumn('backlog_from', 'text')
      .addColumn('backlog_source', 'text')
      .execute();
    await createRowTable(tables, targetParts)
      .addColumn('target_id', 'text', (column) => column.notNull())
      .addColumn('territory', 'text', (column) => column.notNull())
      .addColumn('weight', 'double precision')
      .addColumn('quantity', 'double precision')
      .addColumn('backlog', 'double precision')
      .addColumn('realisations', 'jsonb', (column) => column.notNull())
      .execute();
    await tables.schema
      .createIndex('part_of_target')
      .on('target_part')
      .columns(['target_id', 'territory'])
      .execute();
    await tables.schema.createIndex('part_in_territory').on('target_part').columns(['territory']).execute();
  },
  async project(tables, page) {
    await projectRows(tables, page, targets);
    await projectRows(tables, page, targetParts);
  },
};

function evolve(row: TargetRow | null, recorded: RecordedEvent): TargetRow | null {
  const { type, data } = decodeTargetEvent(recorded.type, recorded.data);
  if (type === 'TargetSet' || type === 'TaakstellingPublished') return firstRow(recorded);
  if (row === null) return null;
  switch (type) {
    case 'TargetApportioned':
      return { ...row, ...splitOf(data.inputs, data.parts) };
    case 'TargetRevised': {
      const { quantity, reason, source, apportionment } = data;
      const numbers = [...row.numbers, numberOf(recorded, quantity, source, reason)];
      const split = apportionment === null ? {} : splitOf(apportionment.inputs, apportionment.parts);
      return { ...row, quantity, numbers, ...split };
    }
    case 'BacklogRecorded':
      return { ...row, backlog_from: data.carriedOverFrom, backlog_source: data.source };
    case 'RealisationRecorded':
      return row;
  }
}

function firstRow(recorded: RecordedEvent): TargetRow | null {
  const { type, data } = decodeTargetEvent(recorded.type, recorded.data);
  if (type === 'TargetSet') {
    return {
      ...notSplit,
      target_id: data.targetId,
      name: data.name,
      result_kind: data.resultKind,
      unit: data.unit,
      territory: data.territory,
      from_day: data.from,
      until_day: data.until,
      quantity: data.quantity,
      milestones: data.milestones,
      realised_by: data.realisedBy,
      legal_basis: data.legalBasis,
      half_year: null,
      published_on: null,
      is_published_in_time: null,
      numbers: [numberOf(recorded, data.quantity, data.source)],
    };
  }
  if (type !== 'TaakstellingPublished') return null;
  return {
    ...notSplit,
    target_id: data.targetId,
    name: `Taakstelling huisvesting vergunninghouders ${data.halfYear}`,
    result_kind: 'PERSONS_HOUSED',
    unit: 'PERSONS',
    territory: 'NL',
    from_day: data.from,
    until_day: data.until,
    quantity: data.persons,
    milestones: [],
    realised_by: 'RECORDED',
    legal_basis: 'Huisvestingswet 2014, art. 28 en 29',
    half_year: data.halfYear,
    published_on: data.publishedOn,
    is_published_in_time: data.isPublishedInTime,
    numbers: [numberOf(recorded, data.persons, data.source)],
  };
}

const notSplit = {
  inputs: null,
  parts_sum: null,
  parts_count: 0,
  backlog_from: null,
  backlog_source: null,
};

const splitOf = (inputs: ApportionmentInputs, parts: readonly ApportionedPart[]) => ({
  inputs,
  parts_sum: parts.reduce((sum, { quantity }) => sum + quantity, 0),
  parts_count: parts.length,
});

const numberOf = (
  { effectiveAt, recordedAt }: RecordedEvent,
  quantity: number,
  source: string,
  reason: string | null = null,
): NumberOfTarget => ({ quantity, reason, source, effectiveAt, recordedAt });

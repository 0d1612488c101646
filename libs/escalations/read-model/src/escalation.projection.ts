import { decodeEscalationEvent, ESCALATION_EVENT_TYPES } from '@intekenboek/escalations-domain';
import type { IntegrationTranslator } from '@intekenboek/messaging-contracts';
import { createRowTable, projectRows, type ReadModel, type RowProjection } from '@intekenboek/platform-sql';
import type { Kysely } from 'kysely';

import type { EscalationTables } from './escalation.tables';
import { evolveEscalationRow } from './escalation-row.evolve';
import { knownParties, subjectTitles } from './names.projection';

const OWN_TYPES: ReadonlySet<string> = new Set(ESCALATION_EVENT_TYPES);

const cases: RowProjection<EscalationTables, 'escalation'> = {
  table: 'escalation',
  key: 'escalation_id',
  keysOf: ({ type, data }) =>
    OWN_TYPES.has(type) ? decodeEscalationEvent(type, data).data.escalationId : [],
  evolve: evolveEscalationRow,
};

/** Cases with their history. `others` tells what parties, agreements and targets are called. */
export function escalationReadModel(others: IntegrationTranslator): ReadModel<EscalationTables> {
  const parties = knownParties(others);
  const titles = subjectTitles(others);
  return {
    name: 'escalations',
    version: 1,
    eventTypes: [...new Set([...ESCALATION_EVENT_TYPES, ...others.eventTypes])],
    async createTables(tables) {
      await createCaseTable(tables);
      await createRowTable(tables, parties)
        .addColumn('kind', 'text', (column) => column.notNull())
        .addColumn('name', 'text', (column) => column.notNull())
        .addColumn('territory', 'text')
        .addColumn('successor_ids', 'jsonb', (column) => column.notNull())
        .execute();
      await createRowTable(tables, titles)
        .addColumn('title', 'text', (column) => column.notNull())
        .addColumn('agreement_id', 'text')
        .execute();
    },
    async project(tables, page) {
      await projectRows(tables, page, parties);
      await projectRows(tables, page, titles);
      await projectRows(tables, page, cases);
    },
  };
}

async function createCaseTable(tables: Kysely<EscalationTables>): Promise<void> {
  await createRowTable(tables, cases)
    .addColumn('revision', 'integer', (column) => column.notNull())
    .addColumn('route', 'text', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('is_open', 'boolean', (column) => column.notNull())
    .addColumn('subject', 'jsonb', (column) => column.notNull())
    .addColumn('subject_keys', 'jsonb', (column) => column.notNull())
    .addColumn('period', 'text', (column) => column.notNull())
    .addColumn('territory', 'text', (column) => column.notNull())
    .addColumn('province', 'text')
    .addColumn('cause', 'jsonb')
    .addColumn('responding_party_id', 'text', (column) => column.notNull())
    .addColumn('concerned_party_ids', 'jsonb', (column) => column.notNull())
    .addColumn('knowing_party_ids', 'jsonb', (column) => column.notNull())
    .addColumn('to_respond_party_id', 'text')
    .addColumn('to_decide_party_ids', 'jsonb', (column) => column.notNull())
    .addColumn('ladder_id', 'text', (column) => column.notNull())
    .addColumn('rungs', 'jsonb', (column) => column.notNull())
    .addColumn('skipped_rungs', 'jsonb', (column) => column.notNull())
    .addColumn('rung', 'integer')
    .addColumn('term_ends_on', 'date')
    .addColumn('due_key', 'text', (column) => column.notNull())
    .addColumn('is_explained', 'boolean', (column) => column.notNull())
    .addColumn('is_overdue', 'boolean', (column) => column.notNull())
    .addColumn('raised_on', 'date', (column) => column.notNull())
    .addColumn('evidence', 'jsonb', (column) => column.notNull())
    .addColumn('response', 'jsonb')
    .addColumn('decision', 'jsonb')
    .addColumn('proposal', 'jsonb')
    .addColumn('placement', 'jsonb')
    .addColumn('resolution', 'jsonb')
    .addColumn('history', 'jsonb', (column) => column.notNull())
    .execute();
  const index = (name: string) => tables.schema.createIndex(name).on('escalation');
  await index('escalation_by_due').columns(['is_open', 'due_key', 'escalation_id']).execute();
  await index('escalation_to_respond').columns(['to_respond_party_id', 'due_key']).execute();
  await index('escalation_in_territory').columns(['territory', 'is_open']).execute();
  for (const column of ['knowing_party_ids', 'to_decide_party_ids', 'subject_keys'] as const) {
    await index(`escalation_by_${column}`).using('gin').column(column).execute();
  }
}

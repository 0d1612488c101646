import type { IntegrationTranslator } from '@intekenboek/messaging-contracts';
import { createRowTable, projectRows, type ReadModel } from '@intekenboek/platform-sql';
import type { Kysely } from 'kysely';

import { agreementRows } from './agreement.rows';
import { commitmentRows } from './commitment.rows';
import { escalationRows } from './escalation.rows';
import type { MonitoringTables } from './monitoring.tables';
import { partyRows } from './party.rows';
import { projectionOf, publishedBy } from './published';
import { reportRows } from './report.rows';
import { targetPartRows, targetRows } from './target.rows';

/**
 * The facts that progress is judged by, made of what parties, agreements, targets and escalations publish. Verdicts
 * are not stored: they follow from the facts and the day that is asked about.
 */
export function monitoringReadModel(translator: IntegrationTranslator): ReadModel<MonitoringTables> {
  const publishedOf = publishedBy(translator);
  const parties = projectionOf(partyRows, publishedOf);
  const agreements = projectionOf(agreementRows, publishedOf);
  const commitments = projectionOf(commitmentRows, publishedOf);
  const reports = projectionOf(reportRows, publishedOf);
  const targets = projectionOf(targetRows, publishedOf);
  const targetParts = projectionOf(targetPartRows, publishedOf);
  const escalations = projectionOf(escalationRows, publishedOf);
  return {
    name: 'monitoring',
    version: 2,
    eventTypes: translator.eventTypes,
    async createTables(tables) {
      await createPartyTables(tables);
      await createCommitmentTables(tables);
      await createTargetTables(tables);
    },
    async project(tables, page) {
      await projectRows(tables, page, parties);
      await projectRows(tables, page, agreements);
      await projectRows(tables, page, commitments);
      await projectRows(tables, page, reports);
      await projectRows(tables, page, targets);
      await projectRows(tables, page, targetParts);
      await projectRows(tables, page, escalations);
    },
  };
}

async function createPartyTables(tables: Kysely<MonitoringTables>): Promise<void> {
  await createRowTable(tables, partyRows)
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('territory', 'text')
    .addColumn('valid_from', 'date', (column) => column.notNull())
    .addColumn('ended_on', 'date')
    .addColumn('successor_ids', 'jsonb', (column) => column.notNull())
    .execute();
  await createRowTable(tables, agreementRows)
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('visibility', 'text', (column) => column.notNull())
    .addColumn('signatory_ids', 'jsonb', (column) => column.notNull())
    .addColumn('in_force_from', 'date')
    .addColumn('in_force_recorded_on', 'date')
    .addColumn('conditions', 'jsonb', (column) => column.notNull())
    .execute();
  await createRowTable(tables, escalationRows)
    .addColumn('route', 'text', (column) => column.notNull())
    .addColumn('subject', 'jsonb', (column) => column.notNull())
    .addColumn('rung', 'integer', (column) => column.notNull())
    .addColumn('raised_on', 'date', (column) => column.notNull())
    .addColumn('closed_on', 'date')
    .execute();
}

async function createCommitmentTables(tables: Kysely<MonitoringTables>): Promise<void> {
  await createRowTable(tables, commitmentRows)
    .addColumn('agreement_id', 'text', (column) => column.notNull())
    .addColumn('commitment_id', 'text', (column) => column.notNull())
    .addColumn('debtor_id', 'text', (column) => column.notNull())
    .addColumn('creditors', 'jsonb', (column) => column.notNull())
    .addColumn('territory', 'text', (column) => column.notNull())
    .addColumn('province', 'text')
    .addColumn('commitment', 'jsonb', (column) => column.notNull())
    .execute();
  for (const column of ['agreement_id', 'commitment_id', 'debtor_id', 'province'] as const) {
    await tables.schema.createIndex(`commitment_by_${column}`).on('commitment').column(column).execute();
  }
  await createRowTable(tables, reportRows)
    .addColumn('commitment_key', 'text', (column) => column.notNull())
    .addColumn('agreement_id', 'text', (column) => column.notNull())
    .addColumn('report', 'jsonb', (column) => column.notNull())
    .addColumn('reported_position', 'text', (column) => column.notNull())
    .execute();
  await tables.schema.createIndex('report_by_agreement').on('report').column('agreement_id').execute();
}

async function createTargetTables(tables: Kysely<MonitoringTables>): Promise<void> {
  await createRowTable(tables, targetRows)
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('result_kind', 'text', (column) => column.notNull())
    .addColumn('unit', 'text', (column) => column.notNull())
    .addColumn('territory', 'text', (column) => column.notNull())
    .addColumn('from_day', 'date', (column) => column.notNull())
    .addColumn('until_day', 'date', (column) => column.notNull())
    .addColumn('milestones', 'jsonb', (column) => column.notNull())
    .addColumn('realised_by', 'text', (column) => column.notNull())
    .addColumn('route', 'text', (column) => column.notNull())
    .addColumn('half_year', 'text')
    .addColumn('is_split', 'boolean', (column) => column.notNull())
    .execute();
  await createRowTable(tables, targetPartRows)
    .addColumn('target_id', 'text', (column) => column.notNull())
    .addColumn('territory', 'text', (column) => column.notNull())
    .addColumn('province', 'text')
    .addColumn('is_whole', 'boolean', (column) => column.notNull())
    .addColumn('quantities', 'jsonb', (column) => column.notNull())
    .addColumn('backlogs', 'jsonb', (column) => column.notNull())
    .addColumn('realisations', 'jsonb', (column) => column.notNull())
    .execute();
  await tables.schema.createIndex('part_by_province').on('target_part').column('province').execute();
}

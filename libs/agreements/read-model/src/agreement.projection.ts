import { AGREEMENT_EVENT_TYPES, decodeAgreementEvent } from '@intekenboek/agreements-domain';
import type { RecordedEvent } from '@intekenboek/event-sourcing-core';
import type { IntegrationTranslator, PartyRegisteredV1 } from '@intekenboek/messaging-contracts';
import { createRowTable, projectRows, type ReadModel, type RowProjection } from '@intekenboek/platform-sql';
import type { Kysely } from 'kysely';

import type { AgreementTables } from './agreement.tables';
import { evolveAgreementRow } from './agreement-row.evolve';
import { commitmentKeysOf, evolveCommitmentRow } from './commitment-row.evolve';
import { evolveReportRow, reportKeysOf } from './report-row.evolve';

const OWN_TYPES: ReadonlySet<string> = new Set(AGREEMENT_EVENT_TYPES);
const ofAgreements = (keysOf: (recorded: RecordedEvent) => string | readonly string[]) => {
  return (recorded: RecordedEvent) => (OWN_TYPES.has(recorded.type) ? keysOf(recorded) : []);
};

const agreements: RowProjection<AgreementTables, 'agreement'> = {
  table: 'agreement',
  key: 'agreement_id',
  keysOf: ofAgreements(({ type, data }) => decodeAgreementEvent(type, data).data.agreementId),
  evolve: evolveAgreementRow,
};

const commitments: RowProjection<AgreementTables, 'commitment'> = {
  table: 'commitment',
  key: 'commitment_key',
  keysOf: ofAgreements(commitmentKeysOf),
  evolve: evolveCommitmentRow,
};

const reports: RowProjection<AgreementTables, 'report'> = {
  table: 'report',
  key: 'report_key',
  keysOf: ofAgreements(reportKeysOf),
  evolve: evolveReportRow,
};

/** Under which names parties are known: from what the register publishes. */
function partyNames(parties: IntegrationTranslator): RowProjection<AgreementTables, 'party_name'> {
  const registered = (recorded: RecordedEvent): readonly PartyRegisteredV1['data'][] =>
    OWN_TYPES.has(recorded.type)
      ? []
      : parties
          .translate(recorded)
          .flatMap(({ type, data }) => (type === 'parties.party-registered.v1' ? data : []));
  return {
    table: 'party_name',
    key: 'party_id',
    keysOf: (recorded) => registered(recorded).map(({ partyId }) => partyId),
    evolve: (row, recorded, key) => {
      const known = registered(recorded).findLast(({ partyId }) => partyId === key);
      return known === undefined ? row : { party_id: known.partyId, kind: known.kind, name: known.name };
    },
  };
}

/** Agreements as documents and as lists. `parties` is the translator of the register's events. */
export function agreementReadModel(parties: IntegrationTranslator): ReadModel<AgreementTables> {
  const names = partyNames(parties);
  return {
    name: 'agreements',
    version: 2,
    eventTypes: [...AGREEMENT_EVENT_TYPES, ...parties.eventTypes],
    async createTables(tables) {
      await createAgreementTable(tables);
      await createCommitmentTable(tables);
      await createReportTable(tables);
      await createRowTable(tables, names)
        .addColumn('kind', 'text', (column) => column.notNull())
        .addColumn('name', 'text', (column) => column.notNull())
        .execute();
    },
    async project(tables, page) {
      await projectRows(tables, page, names);
      await projectRows(tables, page, agreements);
      await projectRows(tables, page, commitments);
      await projectRows(tables, page, reports);
    },
  };
}

async function createAgreementTable(tables: Kysely<AgreementTables>): Promise<void> {
  await createRowTable(tables, agreements)
    .addColumn('revision', 'integer', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('term_from', 'date', (column) => column.notNull())
    .addColumn('term_until', 'date', (column) => column.notNull())
    .addColumn('visibility', 'text', (column) => column.notNull())
    .addColumn('legal_basis', 'text')
    .addColumn('signatories', 'jsonb', (column) => column.notNull())
    .addColumn('signatory_ids', 'jsonb', (column) => column.notNull())
    .addColumn('territories', 'jsonb', (column) => column.notNull())
    .addColumn('commitment_territories', 'jsonb', (column) => column.notNull())
    .addColumn('province_codes', 'jsonb', (column) => column.notNull())
    .addColumn('conditions', 'jsonb', (column) => column.notNull())
    .addColumn('one_sidedness', 'text')
    .addColumn('tenants_declines', 'jsonb', (column) => column.notNull())
    .addColumn('text_version', 'integer', (column) => column.notNull())
    .addColumn('content_hash', 'text')
    .addColumn('proposed_on', 'date')
    .addColumn('signatures', 'jsonb', (column) => column.notNull())
    .addColumn('in_force_from', 'date')
    .addColumn('steps', 'jsonb', (column) => column.notNull())
    .addColumn('drafted_position', 'text', (column) => column.notNull())
    .execute();
  const index = tables.schema.createIndex('agreement_newest_first').on('agreement').unique();
  await index.column('drafted_position').execute();
  for (const column of ['signatory_ids', 'territories', 'province_codes'] as const) {
    const name = `agreement_by_${column}`;
    await tables.schema.createIndex(name).on('agreement').using('gin').column(column).execute();
  }
}

async function createCommitmentTable(tables: Kysely<AgreementTables>): Promise<void> {
  await createRowTable(tables, commitments)
    .addColumn('agreement_id', 'text', (column) => column.notNull())
    .addColumn('commitment_id', 'text', (column) => column.notNull())
    .addColumn('debtor_id', 'text', (column) => column.notNull())
    .addColumn('creditors', 'jsonb', (column) => column.notNull())
    .addColumn('deadline', 'date', (column) => column.notNull())
    .addColumn('commitment', 'jsonb', (column) => column.notNull())
    .addColumn('added_position', 'text', (column) => column.notNull())
    .execute();
  const index = (name: string) => tables.schema.createIndex(name).on('commitment');
  await index('commitment_of_agreement').columns(['agreement_id', 'added_position']).execute();
  await index('commitment_of_debtor').columns(['debtor_id', 'deadline', 'commitment_key']).execute();
  await index('commitment_of_creditor').using('gin').column('creditors').execute();
}

async function createReportTable(tables: Kysely<AgreementTables>): Promise<void> {
  await createRowTable(tables, reports)
    .addColumn('commitment_key', 'text', (column) => column.notNull())
    .addColumn('report', 'jsonb', (column) => column.notNull())
    .addColumn('reported_position', 'text', (column) => column.notNull())
    .execute();
  const index = tables.schema.createIndex('report_of_commitment').on('report');
  await index.columns(['commitment_key', 'reported_position']).execute();
}

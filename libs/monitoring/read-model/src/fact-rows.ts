import type { ProgressReport } from '@intekenboek/monitoring-domain';
import { type Expression, type Kysely, sql, type SqlBool } from 'kysely';

import type { FactRows } from './facts';
import type { CommitmentRow, MonitoringTables } from './monitoring.tables';

type Tables = Kysely<MonitoringTables>;

/** Of which commitments the agreements are loaded, always whole: conditions bind within an agreement. */
export type CommitmentScope =
  'ALL' | { readonly province: string } | { readonly partyId: string } | { readonly commitmentId: string };

/** All rows that are needed to judge what lies in a scope, in an order that does not depend on how they are stored. */
export async function loadFactRows(tables: Tables, scope: CommitmentScope): Promise<FactRows> {
  const [parties, agreements, commitments, reports, targets, parts, escalations] = await Promise.all([
    tables.selectFrom('party').selectAll().orderBy('party_id').execute(),
    agreementsIn(tables, scope),
    commitmentsIn(tables, scope),
    reportsIn(tables, scope),
    tables.selectFrom('target').selectAll().orderBy('target_id').execute(),
    partsIn(tables, scope),
    tables.selectFrom('escalation').selectAll().orderBy('escalation_id').execute(),
  ]);
  return { parties, agreements, commitments, reports, targets, parts, escalations };
}

function agreementsIn(tables: Tables, scope: CommitmentScope) {
  const all = tables.selectFrom('agreement').selectAll().orderBy('agreement_id');
  if (scope === 'ALL') return all.execute();
  return all.where('agreement_id', 'in', agreementIds(tables, scope)).execute();
}

function commitmentsIn(tables: Tables, scope: CommitmentScope): Promise<CommitmentRow[]> {
  const all = tables.selectFrom('commitment').selectAll().orderBy('commitment_key');
  if (scope === 'ALL') return all.execute();
  return all.where('agreement_id', 'in', agreementIds(tables, scope)).execute();
}

/** By commitment, each in the order in which they were made. */
async function reportsIn(
  tables: Tables,
  scope: CommitmentScope,
): Promise<ReadonlyMap<string, readonly ProgressReport[]>> {
  const inScope = tables.selectFrom('report');
  const wanted = scope === 'ALL' ? inScope : inScope.where('agreement_id', 'in', agreementIds(tables, scope));
  const all = sql<readonly ProgressReport[]>`json_agg(report.report order by reported_position)`;
  const rows = await wanted
    .select(['commitment_key', all.as('all')])
    .groupBy('commitment_key')
    .execute();
  return new Map(rows.map((row) => [row.commitment_key, row.all]));
}

const agreementIds = (tables: Tables, scope: Exclude<CommitmentScope, 'ALL'>) =>
  tables.selectFrom('commitment').select('agreement_id').where(isIn(scope));

function isIn(scope: Exclude<CommitmentScope, 'ALL'>): Expression<SqlBool> {
  if ('province' in scope) return sql`province = ${scope.province}`;
  if ('commitmentId' in scope) return sql`commitment_id = ${scope.commitmentId}`;
  const asCreditor = JSON.stringify([scope.partyId]);
  return sql`(debtor_id = ${scope.partyId} or creditors @> ${asCreditor}::jsonb)`;
}

// A question about commitments does not need the parts of targets.
function partsIn(tables: Tables, scope: CommitmentScope) {
  const all = tables.selectFrom('target_part').selectAll().orderBy('part_key');
  if (scope === 'ALL') return all.execute();
  return 'province' in scope ? all.where('province', '=', scope.province).execute() : Promise.resolve([]);
}

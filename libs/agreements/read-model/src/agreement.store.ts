import type { ReadModelHandle } from '@intekenboek/platform-sql';
import { type Expression, type ExpressionBuilder, sql, type SqlBool } from 'kysely';

import { accessTo, type Access, type Reader, sightOf } from './agreement.access';
import type {
  AgreementRow,
  AgreementStatus,
  AgreementTables,
  CommitmentRow,
  CommitmentWithReports,
  PartyNameRow,
  ReportView,
} from './agreement.tables';

export interface AgreementFilter {
  readonly status?: AgreementStatus | null;
  /** Signed, or to be signed, by this party. */
  readonly partyId?: string | null;
  /** Of or about this municipality: GM…. */
  readonly municipality?: string | null;
}

export interface CommitmentFilter {
  /** Owed by this party. */
  readonly debtorId?: string | null;
  /** Owed to this party; what is owed to the public is not meant. */
  readonly creditorId?: string | null;
}

/** A row with the ground on which the reader sees it. */
export interface Seen<Row> {
  readonly row: Row;
  readonly access: Access;
}

export interface Page<Row> {
  readonly rows: readonly Seen<Row>[];
  readonly totalCount: number;
}

/** A commitment with the agreement that it stands in. */
export interface CommitmentInAgreement extends CommitmentWithReports {
  readonly agreement: AgreementRow;
}

/** Questions about agreements. What a reader may not see is not there, whether it exists or not. */
export class AgreementStore {
  constructor(private readonly handle: ReadModelHandle<AgreementTables>) {}

  async find(agreementId: string, reader: Reader): Promise<Seen<AgreementRow> | null> {
    const row = await this.handle
      .tables()
      .selectFrom('agreement')
      .selectAll()
      .where(sql<SqlBool>`agreement_id = ${agreementId}`)
      .executeTakeFirst();
    const access = row === undefined ? null : accessTo(row, reader);
    return row === undefined || access === null ? null : { row, access };
  }

  /** Newest first; `after` is the `drafted_position` of the last row of the page before. */
  async list(
    filter: AgreementFilter,
    reader: Reader,
    page: { readonly limit: number; readonly after: string | null },
  ): Promise<Page<AgreementRow>> {
    const matching = this.handle
      .tables()
      .selectFrom('agreement')
      .where((eb) => eb.and([isSeenBy(reader), ...matches(filter)]));
    const later =
      page.after === null ? matching : matching.where(sql<SqlBool>`drafted_position < ${page.after}`);
    const [rows, { total }] = await Promise.all([
      later.selectAll().orderBy('drafted_position', 'desc').limit(page.limit).execute(),
      matching.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow(),
    ]);
    return { rows: rows.flatMap((row) => seen(row, row, reader)), totalCount: Number(total) };
  }

  /** In the order they were written, per agreement. Ask only about agreements that the reader may see. */
  async commitmentsOf(
    agreementIds: readonly string[],
  ): Promise<ReadonlyMap<string, readonly CommitmentWithReports[]>> {
    const found = new Map<string, CommitmentWithReports[]>(agreementIds.map((id) => [id, []]));
    if (agreementIds.length === 0) return found;
    const rows = await this.handle
      .tables()
      .selectFrom('commitment')
      .selectAll()
      .select(allReports)
      .where(sql<SqlBool>`agreement_id = any(${agreementIds}::text[])`)
      .orderBy('added_position')
      .execute();
    for (const row of rows) found.get(row.agreement_id)?.push(row);
    return found;
  }

  /** Commitments in force by deadline; `after` is deadline and key of the last row of the page before. */
  async commitments(
    filter: CommitmentFilter,
    reader: Reader,
    page: { readonly limit: number; readonly after: readonly [string, string] | null },
  ): Promise<Page<CommitmentInAgreement>> {
    const tables = this.handle.tables();
    const matching = tables
      .selectFrom('commitment')
      .innerJoin('agreement', 'agreement.agreement_id', 'commitment.agreement_id')
      .where((eb) => eb.and([sql<SqlBool>`status = 'IN_FORCE'`, isSeenBy(reader), ...owed(filter)]));
    const [deadline, key] = page.after ?? [];
    const later =
      deadline === undefined
        ? matching
        : matching.where(sql<SqlBool>`(deadline, commitment_key) > (${deadline}::date, ${key})`);
    const [rows, { total }] = await Promise.all([
      later
        .selectAll('commitment')
        .select(allReports)
        .orderBy('deadline')
        .orderBy('commitment_key')
        .limit(page.limit)
        .execute(),
      matching.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow(),
    ]);
    const agreements = await this.agreementsOf(rows);
    return {
      rows: rows.flatMap((row) => {
        const agreement = agreements.get(row.agreement_id);
        return agreement === undefined ? [] : seen({ ...row, agreement }, agreement, reader);
      }),
      totalCount: Number(total),
    };
  }

  /** Under which names parties are known; those that nobody registered are not in the answer. */
  async namesOf(partyIds: readonly string[]): Promise<ReadonlyMap<string, PartyNameRow>> {
    if (partyIds.length === 0) return new Map();
    const rows = await this.handle
      .tables()
      .selectFrom('party_name')
      .selectAll()
      .where(sql<SqlBool>`party_id = any(${partyIds}::text[])`)
      .execute();
    return new Map(rows.map((row) => [row.party_id, row]));
  }

  private async agreementsOf(rows: readonly CommitmentRow[]): Promise<ReadonlyMap<string, AgreementRow>> {
    const ids = [...new Set(rows.map((row) => row.agreement_id))];
    if (ids.length === 0) return new Map();
    const agreements = await this.handle
      .tables()
      .selectFrom('agreement')
      .selectAll()
      .where(sql<SqlBool>`agreement_id = any(${ids}::text[])`)
      .execute();
    return new Map(agreements.map((agreement) => [agreement.agreement_id, agreement]));
  }
}

/** Within the statement that reads the commitment, so that both are of one moment. */
const allReports = (commitments: ExpressionBuilder<AgreementTables, 'commitment'>) =>
  commitments
    .selectFrom('report')
    .whereRef('report.commitment_key', '=', 'commitment.commitment_key')
    .select(
      sql<readonly ReportView[]>`coalesce(jsonb_agg(report.report order by reported_position), '[]')`.as(
        'all',
      ),
    )
    .$asScalar()
    .$notNull()
    .as('reports');

function seen<Row>(row: Row, agreement: AgreementRow, reader: Reader): readonly Seen<Row>[] {
  const access = accessTo(agreement, reader);
  return access === null ? [] : [{ row, access }];
}

const contains = (column: string, value: string): Expression<SqlBool> =>
  sql<SqlBool>`${sql.ref(column)} @> ${JSON.stringify([value])}::jsonb`;

/** `accessTo` in SQL, so that pages and counts are of what the reader sees. */
function isSeenBy(reader: Reader): Expression<SqlBool> {
  const { partyId, supervises } = sightOf(reader);
  const grounds: Expression<SqlBool>[] = [
    sql<SqlBool>`(status = 'IN_FORCE' and visibility = 'PUBLIC')`,
    ...(partyId === null ? [] : [contains('signatory_ids', partyId)]),
  ];
  if (supervises === 'EVERYTHING') grounds.push(sql<SqlBool>`status <> 'DRAFT'`);
  else if (supervises !== null) {
    grounds.push(sql<SqlBool>`(status <> 'DRAFT' and ${contains('province_codes', supervises.province)})`);
  }
  return sql<SqlBool>`(${sql.join(grounds, sql` or `)})`;
}

const matches = ({ status, partyId, municipality }: AgreementFilter): readonly Expression<SqlBool>[] => [
  ...(status ? [sql<SqlBool>`status = ${status}`] : []),
  ...(partyId ? [contains('signatory_ids', partyId)] : []),
  ...(municipality ? [contains('territories', municipality)] : []),
];

const owed = ({ debtorId, creditorId }: CommitmentFilter): readonly Expression<SqlBool>[] => [
  ...(debtorId ? [sql<SqlBool>`debtor_id = ${debtorId}`] : []),
  ...(creditorId ? [contains('creditors', creditorId)] : []),
];

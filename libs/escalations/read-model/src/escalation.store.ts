import type { Actor } from '@intekenboek/event-sourcing-core';
import type { Route } from '@intekenboek/escalations-domain';
import type { ReadModelHandle } from '@intekenboek/platform-sql';
import { type Expression, sql, type SqlBool } from 'kysely';

import { contains, isKnownTo, knownTo, type Reader, readerKey } from './escalation.access';
import type {
  CaseStatus,
  EscalationRow,
  EscalationTables,
  KnownPartyRow,
  SubjectTitleRow,
} from './escalation.tables';

/** What a party must do about a case: explain, decide, or either. */
export type WaitingRole = 'TO_RESPOND' | 'TO_DECIDE' | 'ALL';

export interface EscalationFilter {
  readonly status?: CaseStatus | null;
  readonly isOpen?: boolean | null;
  readonly route?: Route | null;
  /** A municipality, or a province with all its municipalities. */
  readonly territory?: string | null;
}

/** Place in a list: the sort key (due day, id) of the last row of the page before. */
export interface PageOf {
  readonly limit: number;
  readonly after: readonly [string, string] | null;
}

export interface Page {
  readonly rows: readonly EscalationRow[];
  readonly totalCount: number;
}

/** How many cases of a territory are open, and where the province placed it last. */
export interface OpenCount {
  readonly agreed: number;
  readonly statutory: number;
  readonly placedOnRung: number | null;
}

/** Questions about cases. What a reader may not know of is not there, whether it exists or not. */
export class EscalationStore {
  constructor(private readonly handle: ReadModelHandle<EscalationTables>) {}

  async find(escalationId: string, reader: Reader): Promise<EscalationRow | null> {
    const row = await this.handle
      .tables()
      .selectFrom('escalation')
      .selectAll()
      .where(sql<SqlBool>`escalation_id = ${escalationId}`)
      .executeTakeFirst();
    return row !== undefined && isKnownTo(row, reader) ? row : null;
  }

  /** Cases in which the party of `actor` must act, the first term to end first. */
  waiting({ partyId }: Actor, role: WaitingRole, page: PageOf): Promise<Page> {
    const mustRespond = sql<SqlBool>`to_respond_party_id = ${partyId}`;
    const mustDecide = contains('to_decide_party_ids', partyId);
    const condition = { TO_RESPOND: mustRespond, TO_DECIDE: mustDecide, ALL: null }[role];
    return this.page([condition ?? sql<SqlBool>`(${mustRespond} or ${mustDecide})`], page);
  }

  /** The first term to end first; what has none comes last. */
  list(filter: EscalationFilter, reader: Reader, page: PageOf): Promise<Page> {
    return this.page([knownTo(reader), ...matches(filter)], page);
  }

  /** Per territory, remembered until a case changes: a question about the nation asks it 342 times. */
  openCounts(reader: Reader): Promise<ReadonlyMap<string, OpenCount>> {
    return this.handle.cached(`open-counts:${readerKey(reader)}`, () => this.computeOpenCounts(reader));
  }

  /** Open cases of each of these territories. */
  async openIn(
    territories: readonly string[],
    reader: Reader,
  ): Promise<ReadonlyMap<string, readonly EscalationRow[]>> {
    const found = new Map<string, EscalationRow[]>(territories.map((territory) => [territory, []]));
    if (territories.length === 0) return found;
    const rows = await this.handle
      .tables()
      .selectFrom('escalation')
      .selectAll()
      .where((eb) =>
        eb.and([sql<SqlBool>`is_open and territory = any(${[...territories]}::text[])`, knownTo(reader)]),
      )
      .orderBy('due_key')
      .orderBy('escalation_id')
      .execute();
    for (const row of rows) found.get(row.territory)?.push(row);
    return found;
  }

  /** The open case that each of these subjects is part of, by the key that verdicts use. */
  async openCasesOf(
    subjectKeys: readonly string[],
    reader: Reader,
  ): Promise<ReadonlyMap<string, EscalationRow>> {
    if (subjectKeys.length === 0) return new Map();
    const rows = await this.handle
      .tables()
      .selectFrom('escalation')
      .selectAll()
      .where((eb) =>
        eb.and([sql<SqlBool>`is_open and subject_keys ?| ${[...subjectKeys]}::text[]`, knownTo(reader)]),
      )
      .orderBy('escalation_id')
      .execute();
    return new Map(rows.flatMap((row) => row.subject_keys.map((key) => [key, row] as const)));
  }

  /** Parties by id; those that nobody registered are not in the answer. */
  async partiesNamed(partyIds: readonly string[]): Promise<ReadonlyMap<string, KnownPartyRow>> {
    if (partyIds.length === 0) return new Map();
    const rows = await this.handle
      .tables()
      .selectFrom('known_party')
      .selectAll()
      .where(sql<SqlBool>`party_id = any(${[...partyIds]}::text[])`)
      .execute();
    return new Map(rows.map((row) => [row.party_id, row]));
  }

  /** What agreements, commitments and targets are called, by id. */
  async titlesOf(subjectIds: readonly string[]): Promise<ReadonlyMap<string, SubjectTitleRow>> {
    if (subjectIds.length === 0) return new Map();
    const rows = await this.handle
      .tables()
      .selectFrom('subject_title')
      .selectAll()
      .where(sql<SqlBool>`subject_id = any(${[...subjectIds]}::text[])`)
      .execute();
    return new Map(rows.map((row) => [row.subject_id, row]));
  }

  private async page(conditions: readonly Expression<SqlBool>[], { limit, after }: PageOf): Promise<Page> {
    const matching = this.handle
      .tables()
      .selectFrom('escalation')
      .where((eb) => eb.and([...conditions]));
    const later =
      after === null
        ? matching
        : matching.where(sql<SqlBool>`(due_key, escalation_id) > (${after[0]}, ${after[1]})`);
    const [rows, { total }] = await Promise.all([
      later.selectAll().orderBy('due_key').orderBy('escalation_id').limit(limit).execute(),
      matching.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow(),
    ]);
    return { rows, totalCount: Number(total) };
  }

  private async computeOpenCounts(reader: Reader): Promise<ReadonlyMap<string, OpenCount>> {
    const tables = this.handle.tables();
    const known = tables.selectFrom('escalation').where(() => knownTo(reader));
    const [open, placed] = await Promise.all([
      known
        .where('is_open', '=', true)
        .groupBy(['territory', 'route'])
        .select(['territory', 'route', ({ fn }) => fn.countAll<number>().as('total')])
        .execute(),
      known
        .where('status', '=', 'PLACED')
        .distinctOn('territory')
        .orderBy('territory')
        .orderBy('period', 'desc')
        .select(['territory', 'rung'])
        .execute(),
    ]);
    const counts = new Map<string, OpenCount>();
    const change = (territory: string, part: Partial<OpenCount>) =>
      counts.set(territory, { ...(counts.get(territory) ?? NOTHING_OPEN), ...part });
    for (const { territory, route, total } of open) {
      change(territory, route === 'AGREED' ? { agreed: Number(total) } : { statutory: Number(total) });
    }
    for (const { territory, rung } of placed) change(territory, { placedOnRung: rung });
    return counts;
  }
}

export const NOTHING_OPEN: OpenCount = { agreed: 0, statutory: 0, placedOnRung: null };

const matches = ({ status, isOpen, route, territory }: EscalationFilter): readonly Expression<SqlBool>[] => [
  ...(status ? [sql<SqlBool>`status = ${status}`] : []),
  ...(isOpen == null ? [] : [sql<SqlBool>`is_open = ${isOpen}`]),
  ...(route ? [sql<SqlBool>`route = ${route}`] : []),
  ...(territory ? [sql<SqlBool>`(territory = ${territory} or province = ${territory})`] : []),
];

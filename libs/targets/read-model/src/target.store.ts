import type { ReadModelHandle } from '@intekenboek/platform-sql';
import type { TargetId } from '@intekenboek/targets-domain';
import { sql } from 'kysely';

import type { TargetPartRow, TargetRow, TargetTables } from './target.tables';
import { partId } from './target-part.projection';

export interface TargetFilter {
  /** The territory of the target itself. */
  readonly territory?: string | null;
  /** For example 2022-H2. */
  readonly halfYear?: string | null;
}

/** Questions about targets. Targets and their parts are public: they count nobody who was housed below ten unseen. */
export class TargetStore {
  constructor(private readonly handle: ReadModelHandle<TargetTables>) {}

  async find(targetId: string): Promise<TargetRow | null> {
    const row = await this.handle
      .tables()
      .selectFrom('target')
      .selectAll()
      .where('target_id', '=', targetId as TargetId)
      .executeTakeFirst();
    return row ?? null;
  }

  /** By first day and id; `after` is that sort key of the last row of the page before. */
  async list(
    { territory, halfYear }: TargetFilter,
    limit: number,
    after: readonly [string, string] | null,
  ): Promise<{ readonly rows: readonly TargetRow[]; readonly totalCount: number }> {
    let matching = this.handle.tables().selectFrom('target');
    if (territory) matching = matching.where('territory', '=', territory);
    if (halfYear) matching = matching.where('half_year', '=', halfYear);
    const later =
      after === null
        ? matching
        : matching.where(sql<boolean>`(from_day, target_id) > (${after[0]}::date, ${after[1]})`);
    const [rows, { total }] = await Promise.all([
      later.selectAll().orderBy('from_day').orderBy('target_id').limit(limit).execute(),
      matching.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow(),
    ]);
    return { rows, totalCount: Number(total) };
  }

  /** All parts of a target in order of territory, or one of them. */
  async parts(targetId: string, territory: string | null): Promise<readonly TargetPartRow[]> {
    const tables = this.handle.tables();
    if (territory !== null) {
      return tables
        .selectFrom('target_part')
        .selectAll()
        .where('part_id', '=', partId(targetId, territory))
        .execute();
    }
    return this.handle.cached(`parts:${targetId}`, () =>
      tables
        .selectFrom('target_part')
        .selectAll()
        .where('target_id', '=', targetId as TargetId)
        .orderBy('territory')
        .execute(),
    );
  }
}

import type { PartyId, PartyKind } from '@intekenboek/event-sourcing-core';
import type { ReadModelHandle } from '@intekenboek/platform-sql';
import { type ExpressionBuilder, sql } from 'kysely';

import type { PartyRow, PartyTables } from './party.tables';

export interface PartyFilter {
  readonly kind?: PartyKind | null;
  /** Its own territory or a municipality in which it works. */
  readonly territory?: string | null;
  /** A part of the name, in any letter case. */
  readonly search?: string | null;
}

export interface PartyPage {
  readonly rows: readonly PartyRow[];
  readonly totalCount: number;
}

/** Questions about the register. Everyone may ask them: parties are public bodies. */
export class PartyStore {
  constructor(private readonly handle: ReadModelHandle<PartyTables>) {}

  async find(partyId: string): Promise<PartyRow | null> {
    const row = await this.handle
      .tables()
      .selectFrom('party')
      .selectAll()
      .where('party_id', '=', partyId as PartyId)
      .executeTakeFirst();
    return row ?? null;
  }

  /** By name; `after` is the sort key (name in small letters, id) of the last row of the page before. */
  async list(
    filter: PartyFilter,
    limit: number,
    after: readonly [string, string] | null,
  ): Promise<PartyPage> {
    const tables = this.handle.tables();
    const matching = tables.selectFrom('party').where((eb) => matches(eb, filter));
    const later =
      after === null
        ? matching
        : matching.where(sql<boolean>`(sort_name, party_id) > (${after[0]}, ${after[1]})`);
    const [rows, { total }] = await Promise.all([
      later.selectAll().orderBy('sort_name').orderBy('party_id').limit(limit).execute(),
      matching.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow(),
    ]);
    return { rows, totalCount: Number(total) };
  }
}

function matches(eb: ExpressionBuilder<PartyTables, 'party'>, { kind, territory, search }: PartyFilter) {
  const worksIn = JSON.stringify([territory]);
  return eb.and([
    ...(kind ? [eb('kind', '=', kind)] : []),
    ...(territory
      ? [eb.or([eb('territory', '=', territory), sql<boolean>`working_area @> ${worksIn}::jsonb`])]
      : []),
    // Percent and underscore are letters to the person who types them.
    ...(search ? [eb('sort_name', 'like', `%${search.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`)] : []),
  ]);
}

import { type PartyRow, PartyStore } from '@intekenboek/parties-read-model';
import { type Connection, connectionOf, decodeCursor, WaitForArgs } from '@intekenboek/platform-nest';
import { Inject } from '@nestjs/common';
import { Args, ID, Query, Resolver } from '@nestjs/graphql';

import { PartiesArgs } from './party.inputs';
import { PartyConnection, PartyType } from './party.types';
import { PARTY_STORE } from './tokens';

/** Questions about the register; no token is needed. */
@Resolver(() => PartyType)
export class PartyQueryResolver {
  constructor(@Inject(PARTY_STORE) private readonly parties: PartyStore) {}

  @Query(() => PartyType, {
    nullable: true,
    description: 'One party (partij); null when nobody registered it.',
  })
  async party(
    @Args('id', { type: () => ID, description: 'The party (kenmerk).' }) id: string,
    @Args() _wait: WaitForArgs,
  ): Promise<PartyType | null> {
    const row = await this.parties.find(id);
    return row === null ? null : partyOf(row);
  }

  @Query(() => PartyConnection, {
    name: 'parties',
    description: 'Parties by name, also those that ended (partijenregister).',
  })
  async list(@Args() args: PartiesArgs): Promise<Connection<PartyType>> {
    const { first, after, kind = null, territory = null, search = null } = args;
    const key = after ? decodeCursor(after, ['string', 'string']) : null;
    const { rows, totalCount } = await this.parties.list({ kind, territory, search }, first + 1, key);
    const cursorOf = ({ name, id }: PartyType) => [name.toLowerCase(), id] as const;
    return connectionOf(rows.map(partyOf), { first, after, totalCount, cursorOf });
  }
}

const partyOf = (row: PartyRow): PartyType => ({
  id: row.party_id,
  kind: row.kind,
  name: row.name,
  territory: row.territory,
  workingArea: row.working_area,
  identifiers: row.identifiers,
  validFrom: row.valid_from,
  endedOn: row.ended_on,
  successorIds: row.successor_ids,
  source: row.source,
});

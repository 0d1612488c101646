import type { RecordedEvent } from '@intekenboek/event-sourcing-core';
import {
  decodePartyEvent,
  isSameIdentifier,
  PARTY_EVENT_TYPES,
  type PartyRegistered,
} from '@intekenboek/parties-domain';
import { createRowTable, projectRows, type ReadModel, type RowProjection } from '@intekenboek/platform-sql';

import type { PartyRow, PartyTables } from './party.tables';

const parties: RowProjection<PartyTables, 'party'> = {
  table: 'party',
  key: 'party_id',
  keysOf: (recorded) => decodePartyEvent(recorded.type, recorded.data).data.partyId,
  evolve,
};

/** The register of parties (partijenregister). */
export const partyReadModel: ReadModel<PartyTables> = {
  name: 'parties',
  version: 1,
  eventTypes: PARTY_EVENT_TYPES,
  async createTables(tables) {
    await createRowTable(tables, parties)
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('sort_name', 'text', (column) => column.notNull())
      .addColumn('territory', 'text')
      .addColumn('working_area', 'jsonb', (column) => column.notNull())
      .addColumn('identifiers', 'jsonb', (column) => column.notNull())
      .addColumn('valid_from', 'date', (column) => column.notNull())
      .addColumn('ended_on', 'date')
      .addColumn('successor_ids', 'jsonb', (column) => column.notNull())
      .addColumn('source', 'text', (column) => column.notNull())
      .execute();
    await tables.schema.createIndex('party_by_name').on('party').columns(['sort_name', 'party_id']).execute();
  },
  project: (tables, page) => projectRows(tables, page, parties),
};

function evolve(row: PartyRow | null, recorded: RecordedEvent): PartyRow | null {
  const { type, data } = decodePartyEvent(recorded.type, recorded.data);
  if (type === 'PartyRegistered') return registered(data);
  if (row === null) return null;
  switch (type) {
    case 'IdentifierAdded':
      return { ...row, identifiers: [...row.identifiers, data.identifier] };
    case 'IdentifierEnded':
      return {
        ...row,
        identifiers: row.identifiers.map((known) =>
          isSameIdentifier(known, data) ? { ...known, validUntil: data.validUntil } : known,
        ),
      };
    case 'PartyMerged':
      return { ...row, ended_on: data.mergedOn, successor_ids: data.successorIds };
  }
}

const registered = (data: PartyRegistered['data']): PartyRow => ({
  party_id: data.partyId,
  kind: data.kind,
  name: data.name,
  sort_name: data.name.toLowerCase(),
  territory: data.territory,
  working_area: data.workingArea,
  identifiers: data.identifiers,
  valid_from: data.validFrom,
  ended_on: null,
  successor_ids: [],
  source: data.source,
});

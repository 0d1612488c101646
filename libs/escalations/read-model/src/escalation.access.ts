import type { Actor } from '@intekenboek/event-sourcing-core';
import { mayKnow } from '@intekenboek/escalations-domain';
import { type Expression, sql, type SqlBool } from 'kysely';

import type { EscalationRow } from './escalation.tables';

/** Who asks; null for someone without a token, who may know of no case at all. */
export type Reader = Actor | null;

/** Need to know, on a case that was read. */
export const isKnownTo = (row: EscalationRow, reader: Reader): boolean =>
  reader !== null && mayKnow(reader, { province: row.province, partyIds: row.knowing_party_ids });

/** The same in SQL, so that pages and counts are of what the reader may know. */
export function knownTo(reader: Reader): Expression<SqlBool> {
  if (reader === null) return sql<SqlBool>`false`;
  const { partyKind, partyId, territory } = reader;
  if (partyKind === 'NATIONAL_PROGRAMME' || partyKind === 'MINISTRY') return sql<SqlBool>`true`;
  const isInvolved = contains('knowing_party_ids', partyId);
  return partyKind === 'PROVINCE' && territory !== null
    ? sql<SqlBool>`(province = ${territory} or ${isInvolved})`
    : isInvolved;
}

/** Readers with the same key may know of the same cases. */
export function readerKey(reader: Reader): string {
  if (reader === null) return 'NOBODY';
  const { partyKind, partyId, territory } = reader;
  if (partyKind === 'NATIONAL_PROGRAMME' || partyKind === 'MINISTRY') return 'EVERYTHING';
  return partyKind === 'PROVINCE' ? `${partyId}:${territory}` : partyId;
}

/** Whether a JSON array holds a text. */
export const contains = (column: string, value: string): Expression<SqlBool> =>
  sql<SqlBool>`${sql.ref(column)} @> ${JSON.stringify([value])}::jsonb`;

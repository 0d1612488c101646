import type { Actor } from '@intekenboek/event-sourcing-core';
import type { View } from '@intekenboek/monitoring-domain';

import type { BindingAgreement, BindingCommitment } from './facts';

/** Who asks; null for someone without a token. */
export type Reader = Pick<Actor, 'partyId' | 'partyKind' | 'territory'> | null;

/**
 * On what ground someone sees the commitments of an agreement in force (domain section 10). `PARTY`: it signed.
 * `SUPERVISOR`: the national programme and the ministry everywhere, a province within its borders. `PUBLIC`: anyone,
 * when its parties made it public. Null: it does not exist for this reader.
 */
export type Footing = 'PARTY' | 'SUPERVISOR' | 'PUBLIC' | null;

export function footingOn({ row, provinces }: BindingAgreement, reader: Reader): Footing {
  if (reader !== null) {
    if (row.signatory_ids.includes(reader.partyId)) return 'PARTY';
    if (isNational(reader)) return 'SUPERVISOR';
    const { partyKind, territory } = reader;
    if (partyKind === 'PROVINCE' && territory !== null && provinces.has(territory)) return 'SUPERVISOR';
  }
  return row.visibility === 'PUBLIC' ? 'PUBLIC' : null;
}

const isNational = ({ partyKind }: NonNullable<Reader>): boolean =>
  partyKind === 'NATIONAL_PROGRAMME' || partyKind === 'MINISTRY';

/** How the numbers of these commitments together may be shown to a reader. */
export function viewOf(counted: readonly BindingCommitment[], reader: Reader): View {
  const footings = counted.map(({ agreement }) => footingOn(agreement, reader));
  if (footings.includes(null)) return 'HIDDEN';
  // Also with nothing counted: then there is nothing to hide.
  return footings.every((footing) => footing === 'PARTY') ? 'FULL' : 'PUBLIC';
}

/** Readers with one key see the same: who signed nothing sees what everyone of that kind sees. */
export function sightKey(reader: Reader, agreements: Iterable<BindingAgreement>): string {
  if (reader === null) return 'public';
  for (const { row } of agreements) if (row.signatory_ids.includes(reader.partyId)) return reader.partyId;
  if (isNational(reader)) return 'national';
  return reader.partyKind === 'PROVINCE' ? (reader.territory ?? 'public') : 'public';
}

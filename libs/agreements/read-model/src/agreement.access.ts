import type { Actor } from '@intekenboek/event-sourcing-core';

import type { AgreementRow } from './agreement.tables';

/** Who asks; null for someone without a token. */
export type Reader = Pick<Actor, 'partyId' | 'partyKind' | 'territory'> | null;

/**
 * On what ground someone reads an agreement (domain section 10). `PARTY`: it signs, and sees everything.
 * `SUPERVISOR`: a province within its borders, the national programme and the ministry, once it is proposed.
 * `PUBLIC`: anyone, once it is in force and its parties made it public.
 */
export type Access = 'PARTY' | 'SUPERVISOR' | 'PUBLIC';

/** Which agreements someone may see: the question in SQL (`AgreementStore`) and in code have one source. */
export interface Sight {
  /** A draft too is seen by this party. */
  readonly partyId: string | null;
  /** What is proposed or in force: everywhere, in one province, or nowhere. */
  readonly supervises: 'EVERYTHING' | { readonly province: string } | null;
}

export function sightOf(reader: Reader): Sight {
  if (reader === null) return { partyId: null, supervises: null };
  const { partyId, partyKind, territory } = reader;
  if (partyKind === 'NATIONAL_PROGRAMME' || partyKind === 'MINISTRY') {
    return { partyId, supervises: 'EVERYTHING' };
  }
  const isProvince = partyKind === 'PROVINCE' && territory !== null;
  return { partyId, supervises: isProvince ? { province: territory } : null };
}

/** Null when this reader must not even learn that the agreement exists. */
export function accessTo(row: AgreementRow, reader: Reader): Access | null {
  const { partyId, supervises } = sightOf(reader);
  if (row.signatory_ids.some((signatoryId) => signatoryId === partyId)) return 'PARTY';
  if (row.status === 'DRAFT') return null;
  if (supervises === 'EVERYTHING') return 'SUPERVISOR';
  if (supervises !== null && row.province_codes.includes(supervises.province)) return 'SUPERVISOR';
  return row.status === 'IN_FORCE' && row.visibility === 'PUBLIC' ? 'PUBLIC' : null;
}

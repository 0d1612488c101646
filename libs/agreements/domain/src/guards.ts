import { type Actor, canonicalJson, hasRole, type Role } from '@intekenboek/event-sourcing-core';

import { AgreementRejected } from './agreement.errors';
import type { Agreement, Draft, DraftedAgreement, InForce } from './agreement.state';

// Guards stand in one order: who acts, in which phase, on what. An outsider learns nothing but that he is one.

/** @throws AgreementRejected NOT_A_PARTY, the same for an agreement of others and for none. */
export function requireParty(agreement: Agreement, actor: Actor): asserts agreement is DraftedAgreement {
  const isParty = agreement.status !== 'NOT_DRAFTED' && agreement.signatories.has(actor.partyId);
  if (!isParty) throw new AgreementRejected('NOT_A_PARTY');
}

/** One of the roles is enough. @throws AgreementRejected ROLE_MISSING */
export function requireRole(actor: Actor, ...roles: readonly Role[]): void {
  if (!hasRole(actor, ...roles)) throw new AgreementRejected('ROLE_MISSING', { anyOf: roles });
}

/** @throws AgreementRejected AGREEMENT_NOT_DRAFT: text changes in a draft only. */
export function requireDraft(agreement: DraftedAgreement): asserts agreement is Draft {
  if (agreement.status !== 'DRAFT') {
    throw new AgreementRejected('AGREEMENT_NOT_DRAFT', { rule: '6.6', status: agreement.status });
  }
}

/** @throws AgreementRejected AGREEMENT_NOT_IN_FORCE */
export function requireInForce(agreement: DraftedAgreement): asserts agreement is InForce {
  if (agreement.status !== 'IN_FORCE') {
    throw new AgreementRejected('AGREEMENT_NOT_IN_FORCE', { status: agreement.status });
  }
}

/** Whether two JSON values say the same: what was sent again with the same id and content changes nothing. */
export const isSame = (a: unknown, b: unknown): boolean => canonicalJson(a) === canonicalJson(b);

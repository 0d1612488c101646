import { AgreementRejected } from './agreement.errors';
import type { Draft } from './agreement.state';
import { requireCommitment } from './commitment.rules';
import { requireCondition } from './condition.rules';

/**
 * Everything that must be true of a text before anyone is asked to sign it: rules 6.1, 6.2 and 6.4. What the SMART
 * check (rule 6.3) finds missing is advice and stops nobody.
 * @throws AgreementRejected, naming the rule and the offending part.
 */
export function requireProposable(draft: Draft): void {
  requireTenants(draft);
  if (draft.commitments.size === 0) {
    throw new AgreementRejected('COMMITMENTS_MISSING', { rule: '6.4', field: 'commitments' });
  }
  for (const commitment of draft.commitments.values()) requireCommitment(draft, commitment);
  for (const condition of draft.conditions.values()) requireCondition(draft, condition);
  requireReciprocity(draft);
}

function requireTenants({ kind, signatories, tenantsDeclines }: Draft): void {
  if (kind !== 'LOCAL' || tenantsDeclines.length > 0) return;
  const takePart = [...signatories.values()].some((party) => party.kind === 'TENANTS_ORGANISATION');
  if (!takePart) throw new AgreementRejected('TENANTS_MISSING', { rule: '6.1', field: 'signatoryIds' });
}

function requireReciprocity({ commitments, oneSidedness }: Draft): void {
  const debtors = new Set([...commitments.values()].map(({ debtorId }) => debtorId));
  if (debtors.size >= 2 || oneSidedness !== null) return;
  throw new AgreementRejected('RECIPROCITY_MISSING', {
    rule: '6.4',
    field: 'commitments',
    debtorIds: [...debtors],
  });
}

import type { Actor, PartyId } from '@intekenboek/event-sourcing-core';

import type {
  AddCondition,
  ExplainOneSidedness,
  RecordTenantsDeclined,
  RemoveCondition,
} from './agreement.commands';
import { AgreementRejected } from './agreement.errors';
import type { AgreementEvent } from './agreement.events';
import type { Draft } from './agreement.state';
import type { Condition } from './commitment';
import { requireCondition } from './condition.rules';
import { isSame } from './guards';
import { REASON, requireText } from './wording';

type Events = readonly AgreementEvent[];

export function addCondition({ data }: AddCondition, agreement: Draft): Events {
  const { agreementId } = agreement;
  const { conditionId, dependentId, prerequisiteId, neededBy } = data.condition;
  const condition: Condition = { conditionId, dependentId, prerequisiteId, neededBy };
  const known = agreement.conditions.get(conditionId);
  if (known !== undefined) {
    if (isSame(known, condition)) return [];
    throw new AgreementRejected('CONDITION_ALREADY_ADDED', {
      rule: '6.4',
      field: 'conditionId',
      conditionId,
    });
  }
  requireCondition(agreement, condition);
  return [{ type: 'ConditionAdded', data: { agreementId, condition } }];
}

export function removeCondition({ data }: RemoveCondition, agreement: Draft): Events {
  const { agreementId } = agreement;
  const { conditionId } = data;
  if (!agreement.conditions.has(conditionId)) {
    throw new AgreementRejected('CONDITION_UNKNOWN', { field: 'conditionId', conditionId });
  }
  return [{ type: 'ConditionRemoved', data: { agreementId, conditionId } }];
}

export function explainOneSidedness({ data }: ExplainOneSidedness, agreement: Draft): Events {
  const { agreementId } = agreement;
  const { explanation } = data;
  requireText(explanation, REASON, { rule: '6.4', field: 'explanation' });
  if (agreement.oneSidedness === explanation) return [];
  return [{ type: 'OneSidednessExplained', data: { agreementId, explanation } }];
}

export function recordTenantsDeclined({ data, meta }: RecordTenantsDeclined, agreement: Draft): Events {
  const { agreementId } = agreement;
  const { partyId, reason } = data;
  requireText(reason, REASON, { rule: '6.1', field: 'reason' });
  if (partyId !== null && agreement.signatories.has(partyId)) {
    requireTenantsMayLeave(agreement, partyId, meta.actor);
  } else if (agreement.tenantsDeclines.some((known) => isSame(known, { partyId, reason }))) {
    return [];
  }
  const recordedBy = meta.actor.partyId;
  return [{ type: 'TenantsDeclined', data: { agreementId, partyId, reason, recordedBy } }];
}

/** Nobody acts for another: tenants at the table leave it themselves, or have declined a proposal before. */
function requireTenantsMayLeave(agreement: Draft, partyId: PartyId, actor: Actor): void {
  const details = { rule: '6.1', field: 'partyId', partyId };
  if (agreement.signatories.get(partyId)?.kind !== 'TENANTS_ORGANISATION') {
    throw new AgreementRejected('NOT_A_TENANTS_ORGANISATION', details);
  }
  if (actor.partyId !== partyId && !agreement.declinedBy.has(partyId)) {
    throw new AgreementRejected('TENANTS_HAVE_NOT_DECLINED', details);
  }
  const named = [...agreement.commitments.values()].filter(
    ({ debtorId, creditors }) => debtorId === partyId || creditors.includes(partyId),
  );
  if (named.length > 0) {
    const commitmentIds = named.map(({ commitmentId }) => commitmentId);
    throw new AgreementRejected('TENANTS_STILL_NAMED', { ...details, commitmentIds });
  }
}

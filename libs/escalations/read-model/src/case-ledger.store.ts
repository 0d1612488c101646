import type { CaseLedger, PlacementRecord, UnresolvedCase } from '@intekenboek/escalations-application';
import type { ReadModelHandle } from '@intekenboek/platform-sql';

import type { CaseStatus, EscalationTables } from './escalation.tables';

/** The cases that are there, as the policy asks for them. */
export class CaseLedgerStore implements CaseLedger {
  constructor(private readonly handle: ReadModelHandle<EscalationTables>) {}

  async unresolvedCases(): Promise<readonly UnresolvedCase[]> {
    const rows = await this.handle
      .tables()
      .selectFrom('escalation')
      .select([
        'escalation_id as escalationId',
        'subject',
        'subject_keys as subjectKeys',
        'rung',
        'term_ends_on as termEndsOn',
        'is_overdue as isOverdue',
      ])
      .where('route', '=', 'AGREED')
      .where('is_open', '=', true)
      .orderBy('escalation_id')
      .execute();
    // On this route every case stands on a rung.
    return rows.map(({ rung, ...known }) => ({ ...known, rung: rung ?? 0 }));
  }

  async placements(): Promise<readonly PlacementRecord[]> {
    const rows = await this.handle
      .tables()
      .selectFrom('escalation')
      .select(['escalation_id', 'subject', 'territory', 'period', 'status', 'rung', 'placement'])
      .where('route', '=', 'STATUTORY')
      .orderBy('escalation_id')
      .execute();
    return rows.map(({ escalation_id, status, placement, ...record }) => ({
      ...record,
      escalationId: escalation_id,
      status: recordStatus(status),
      isExcusable: placement?.isExcusable ?? false,
    }));
  }
}

function recordStatus(status: CaseStatus): PlacementRecord['status'] {
  if (status === 'RESOLVED') return 'LAPSED';
  return status === 'PLACED' || status === 'SET_ASIDE' ? status : 'PROPOSED';
}

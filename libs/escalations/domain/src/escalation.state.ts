import type { CalendarDate, PartyId } from '@intekenboek/event-sourcing-core';

import type { CaseRung, EscalationEvent, EscalationRaised, PlacementProposed } from './escalation.events';
import type { Evidence } from './evidence';
import type { Subject } from './subject';
import { subjectKey } from './subject';

interface Known {
  readonly subject: Subject;
  /** Keys of all subjects on which the case rests. */
  readonly subjectKeys: ReadonlySet<string>;
  readonly province: string | null;
  readonly respondingPartyId: PartyId;
  readonly concernedPartyIds: ReadonlySet<PartyId>;
}

interface OnLadder extends Known {
  readonly route: 'AGREED';
  readonly rungs: readonly CaseRung[];
  /** Where the case stands. Parties that decide on higher rungs are still outsiders. */
  readonly rung: number;
}

interface Proposal extends Known {
  readonly route: 'STATUTORY';
  readonly provinceId: PartyId;
  readonly proposedRung: number;
}

export type OpenCase = OnLadder & {
  readonly status: 'Open';
  readonly termEndsOn: CalendarDate;
  /** An explanation counts for the whole case: who explained once is never called silent. */
  readonly isExplained: boolean;
  readonly isOverdue: boolean;
  /** Who gave a view on this rung. */
  readonly viewsBy: ReadonlySet<PartyId>;
};
export type ProposedPlacement = Proposal & { readonly status: 'Proposed' };

export type Escalation =
  | { readonly status: 'NotRaised' }
  | OpenCase
  | (OnLadder & { readonly status: 'Decided' })
  | ProposedPlacement
  | (Proposal & { readonly status: 'Placed' | 'SetAside' })
  | ((OnLadder | Proposal) & { readonly status: 'Resolved' });

export type RaisedEscalation = Exclude<Escalation, { status: 'NotRaised' }>;

export const notRaised: Escalation = { status: 'NotRaised' };

export function evolve(escalation: Escalation, { type, data }: EscalationEvent): Escalation {
  if (type === 'EscalationRaised') return raised(data);
  if (type === 'PlacementProposed') return proposed(data);
  if (escalation.status === 'NotRaised') throw new Error(`${type} came before the case.`);

  switch (type) {
    case 'EscalationSubjectsAdded':
      return {
        ...escalation,
        subjectKeys: new Set([...escalation.subjectKeys, ...keysOf(data.evidence)]),
        concernedPartyIds: new Set([...escalation.concernedPartyIds, ...data.concernedPartyIds]),
      };
    case 'EscalationResponseGiven':
      return whileOpen(escalation, () => ({ isExplained: true }));
    case 'EscalationViewGiven':
      return whileOpen(escalation, ({ viewsBy }) => ({ viewsBy: new Set([...viewsBy, data.partyId]) }));
    case 'EscalationMovedUp': {
      const { rung, termEndsOn } = data;
      return whileOpen(escalation, () => ({ rung, termEndsOn, viewsBy: new Set() }));
    }
    case 'EscalationBecameOverdue':
      return whileOpen(escalation, () => ({ isOverdue: true }));
    case 'EscalationDecided':
      return escalation.status === 'Open' ? { ...escalation, status: 'Decided' } : escalation;
    case 'EscalationResolved':
      return { ...escalation, status: 'Resolved' };
    case 'PlacementAccepted':
      return escalation.route === 'STATUTORY' ? { ...escalation, status: 'Placed' } : escalation;
    case 'PlacementSetAside':
      return escalation.route === 'STATUTORY' ? { ...escalation, status: 'SetAside' } : escalation;
  }
}

// Speech on a proposal changes nothing in what may be decided on it.
const whileOpen = (
  escalation: RaisedEscalation,
  change: (open: OpenCase) => Partial<OpenCase>,
): RaisedEscalation => (escalation.status === 'Open' ? { ...escalation, ...change(escalation) } : escalation);

const raised = (data: EscalationRaised['data']): OpenCase => ({
  status: 'Open',
  route: 'AGREED',
  subject: data.subject,
  subjectKeys: keysOf(data.evidence),
  province: data.province,
  respondingPartyId: data.respondingPartyId,
  concernedPartyIds: new Set(data.concernedPartyIds),
  rungs: data.rungs,
  rung: data.rung,
  termEndsOn: data.termEndsOn,
  isExplained: false,
  isOverdue: false,
  viewsBy: new Set(),
});

const proposed = (data: PlacementProposed['data']): ProposedPlacement => ({
  status: 'Proposed',
  route: 'STATUTORY',
  subject: data.subject,
  subjectKeys: keysOf(data.evidence),
  province: data.province,
  respondingPartyId: data.municipalityId,
  concernedPartyIds: new Set([data.municipalityId]),
  provinceId: data.provinceId,
  proposedRung: data.proposedRung,
});

const keysOf = (evidence: readonly Evidence[]): ReadonlySet<string> =>
  new Set(evidence.map(({ subject }) => subjectKey(subject)));

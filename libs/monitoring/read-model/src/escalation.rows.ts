import type { CalendarDate } from '@intekenboek/event-sourcing-core';
import type { EscalationIntegrationEvent } from '@intekenboek/messaging-contracts';

import type { EscalationRow } from './monitoring.tables';
import type { RowRules } from './published';

const isOfEscalations = (event: { readonly type: string }): event is EscalationIntegrationEvent =>
  event.type.startsWith('escalations.');

/** Which cases there are, about what, and until when. */
export const escalationRows: RowRules<'escalation'> = {
  table: 'escalation',
  key: 'escalation_id',
  keysOf: (event) => (isOfEscalations(event) ? [event.data.escalationId] : []),
  evolve: (row, { event, effectiveOn }) => (isOfEscalations(event) ? evolve(row, event, effectiveOn) : row),
};

function evolve(
  row: EscalationRow | null,
  { type, data }: EscalationIntegrationEvent,
  on: CalendarDate,
): EscalationRow | null {
  switch (type) {
    case 'escalations.escalation-raised.v1':
      return {
        escalation_id: data.escalationId,
        route: data.route,
        subject: data.subject,
        rung: data.rung,
        raised_on: on,
        closed_on: null,
      };
    case 'escalations.escalation-moved.v1':
      return row && { ...row, rung: data.rung };
    case 'escalations.escalation-closed.v1':
      return row && { ...row, closed_on: on };
  }
}

import type { AgreementCommands } from '@intekenboek/agreements-application';
import type { EventStore } from '@intekenboek/event-sourcing-core';

import type { DemoSignatory } from './demo-agreement';
import { demoActor, type Today } from './demo-commands';

/** What the loading of agreements works with. */
export interface Loading {
  readonly eventStore: EventStore;
  readonly commands: AgreementCommands;
  readonly today: Today;
}

/** Somebody who acts for a signatory. */
export const actorFor = ({ partyId, kind, territory }: DemoSignatory) => demoActor(partyId, kind, territory);

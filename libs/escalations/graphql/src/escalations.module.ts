import { escalationCommandHandler } from '@intekenboek/escalations-application';
import { EscalationRejected } from '@intekenboek/escalations-domain';
import type { EventStore } from '@intekenboek/event-sourcing-core';
import { EVENT_STORE, rejectionFilter } from '@intekenboek/platform-nest';
import { Module } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';

import { ESCALATION_REJECTIONS } from './escalation.rejections';
import { EscalationResolver } from './escalation.resolver';
import { EscalationCommandsResolver } from './escalation-commands.resolver';
import {
  MunicipalityEscalationsResolver,
  OpenEscalationsResolver,
} from './municipality-escalations.resolver';
import { ESCALATION_COMMANDS } from './tokens';

/** Needs EVENT_STORE, CLOCK and ESCALATION_STORE from the application it runs in, beside `ReferenceDataModule`. */
@Module({
  providers: [
    EscalationResolver,
    EscalationCommandsResolver,
    MunicipalityEscalationsResolver,
    OpenEscalationsResolver,
    {
      provide: ESCALATION_COMMANDS,
      useFactory: (eventStore: EventStore) => escalationCommandHandler(eventStore),
      inject: [EVENT_STORE],
    },
    { provide: APP_FILTER, useClass: rejectionFilter(EscalationRejected, ESCALATION_REJECTIONS) },
  ],
})
export class EscalationsModule {}

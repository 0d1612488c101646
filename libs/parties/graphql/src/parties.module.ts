import { type EventStore } from '@intekenboek/event-sourcing-core';
import { partyCommands } from '@intekenboek/parties-application';
import { PartyRejected } from '@intekenboek/parties-domain';
import { EVENT_STORE, rejectionFilter } from '@intekenboek/platform-nest';
import { Module } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';

import { PARTY_REJECTIONS } from './party.rejections';
import { PartyCommandsResolver } from './party.resolver';
import { PartyQueryResolver } from './party-query.resolver';
import { PARTY_COMMANDS } from './tokens';

/** Needs EVENT_STORE, CLOCK and PARTY_STORE from the application it runs in. */
@Module({
  providers: [
    PartyCommandsResolver,
    PartyQueryResolver,
    {
      provide: PARTY_COMMANDS,
      useFactory: (eventStore: EventStore) => partyCommands(eventStore),
      inject: [EVENT_STORE],
    },
    { provide: APP_FILTER, useClass: rejectionFilter(PartyRejected, PARTY_REJECTIONS) },
  ],
})
export class PartiesModule {}

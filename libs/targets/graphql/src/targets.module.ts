import type { EventStore } from '@intekenboek/event-sourcing-core';
import { EVENT_STORE, rejectionFilter } from '@intekenboek/platform-nest';
import { targetCommands } from '@intekenboek/targets-application';
import { TargetRejected } from '@intekenboek/targets-domain';
import { Module } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';

import { TARGET_REJECTIONS } from './target.rejections';
import { TargetResolver } from './target.resolver';
import { TargetCommandsResolver } from './target-commands.resolver';
import { TARGET_COMMANDS } from './tokens';

/** Needs EVENT_STORE, CLOCK and TARGET_STORE from the application it runs in. */
@Module({
  providers: [
    TargetResolver,
    TargetCommandsResolver,
    {
      provide: TARGET_COMMANDS,
      useFactory: (eventStore: EventStore) => targetCommands(eventStore),
      inject: [EVENT_STORE],
    },
    { provide: APP_FILTER, useClass: rejectionFilter(TargetRejected, TARGET_REJECTIONS) },
  ],
})
export class TargetsModule {}

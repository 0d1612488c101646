import { agreementCommandHandler, type PartyDirectory } from '@intekenboek/agreements-application';
import { AgreementRejected } from '@intekenboek/agreements-domain';
import type { EventStore } from '@intekenboek/event-sourcing-core';
import { EVENT_STORE, rejectionFilter } from '@intekenboek/platform-nest';
import { Module } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';

import { AGREEMENT_REJECTIONS } from './agreement.rejections';
import { AgreementResolver } from './agreement.resolver';
import { AgreementPartyResolver } from './agreement-party.resolver';
import { CommitmentCommandsResolver } from './commitment-commands.resolver';
import { CommitmentResolver } from './commitment.resolver';
import { DraftingResolver } from './drafting.resolver';
import { ProgressResolver } from './progress.resolver';
import { SigningResolver } from './signing.resolver';
import { AGREEMENT_COMMANDS, PARTY_DIRECTORY } from './tokens';

/** Needs EVENT_STORE, CLOCK, AGREEMENT_STORE and PARTY_DIRECTORY from the application it runs in. */
@Module({
  providers: [
    AgreementResolver,
    AgreementPartyResolver,
    CommitmentResolver,
    DraftingResolver,
    CommitmentCommandsResolver,
    SigningResolver,
    ProgressResolver,
    {
      provide: AGREEMENT_COMMANDS,
      useFactory: (eventStore: EventStore, parties: PartyDirectory) =>
        agreementCommandHandler(eventStore, parties),
      inject: [EVENT_STORE, PARTY_DIRECTORY],
    },
    { provide: APP_FILTER, useClass: rejectionFilter(AgreementRejected, AGREEMENT_REJECTIONS) },
  ],
})
export class AgreementsModule {}

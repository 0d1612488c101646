import { AGREEMENT_STORE, AgreementsModule, PARTY_DIRECTORY } from '@intekenboek/agreements-graphql';
import { DEMO_PARTIES, DEMO_PEOPLE, DEMO_TOKEN_ISSUER, type DemoPerson } from '@intekenboek/identity-http';
import { ESCALATION_STORE, EscalationsModule } from '@intekenboek/escalations-graphql';
import { MONITORING_STORE, MonitoringModule } from '@intekenboek/monitoring-graphql';
import { partyRegister } from '@intekenboek/parties-application';
import { PartiesModule, PARTY_STORE } from '@intekenboek/parties-graphql';
import {
  CLOCK,
  COMMAND_OBSERVER,
  EVENT_STORE,
  graphqlModule,
  PlatformModule,
  READ_MODEL_GATE,
  READINESS_CHECKS,
  type ReadinessCheck,
  type ReadModelGate,
} from '@intekenboek/platform-nest';
import { ReferenceDataModule } from '@intekenboek/reference-data-graphql';
import { TARGET_STORE, TargetsModule } from '@intekenboek/targets-graphql';
import { type DynamicModule, Global, Module, type Provider } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';

import type { Foundation, Identity } from '@intekenboek/product-composition';
import { PAGE_MODEL, type PageModelSource } from './page/page-model';
import { DemonstrationPageModule, PageModule } from './page/page.module';
import { readModelFieldErrors, ReadModelUnavailableFilter } from './read-model-unavailable.filter';

export interface AppOptions {
  readonly foundation: Foundation;
  readonly identity: Identity;
  readonly gate: ReadModelGate;
  readonly checks: readonly ReadinessCheck[];
  readonly page: PageModelSource;
  /** As whom anyone may act; used in the demonstration only. */
  readonly people: readonly DemoPerson[];
}

@Global()
@Module({})
class FoundationModule {}

/** Everything in one process: what is opened elsewhere is handed to the modules of the contexts. */
@Module({})
export class AppModule {
  static with(options: AppOptions): DynamicModule {
    const isDemonstration = options.identity.issuer !== null;
    const providers = [...shared(options), ...(isDemonstration ? demonstration(options) : [])];
    return {
      module: AppModule,
      providers: [{ provide: APP_FILTER, useClass: ReadModelUnavailableFilter }],
      imports: [
        { module: FoundationModule, providers, exports: providers.map(tokenOf) },
        PlatformModule,
        graphqlModule({ metrics: options.foundation.metrics, fieldErrors: readModelFieldErrors }),
        ReferenceDataModule,
        PartiesModule,
        TargetsModule,
        AgreementsModule,
        MonitoringModule,
        EscalationsModule,
        isDemonstration ? DemonstrationPageModule : PageModule,
      ],
    };
  }
}

const shared = ({ foundation, gate, checks, page }: AppOptions): Provider[] => [
  { provide: CLOCK, useValue: foundation.clock },
  { provide: EVENT_STORE, useValue: foundation.eventStore },
  { provide: COMMAND_OBSERVER, useValue: foundation.observer },
  { provide: READ_MODEL_GATE, useValue: gate },
  { provide: READINESS_CHECKS, useValue: checks },
  { provide: PARTY_STORE, useValue: foundation.stores.parties },
  { provide: AGREEMENT_STORE, useValue: foundation.stores.agreements },
  { provide: PARTY_DIRECTORY, useValue: partyRegister(foundation.eventStore) },
  { provide: MONITORING_STORE, useValue: foundation.stores.monitoring },
  { provide: ESCALATION_STORE, useValue: foundation.stores.escalations },
  { provide: TARGET_STORE, useValue: foundation.stores.targets },
  { provide: PAGE_MODEL, useValue: page },
];

const demonstration = ({ foundation, identity, people }: AppOptions): Provider[] => [
  { provide: DEMO_PEOPLE, useValue: people },
  { provide: DEMO_PARTIES, useValue: partyRegister(foundation.eventStore) },
  { provide: DEMO_TOKEN_ISSUER, useValue: identity.issuer },
];

const tokenOf = (provider: Provider) => (typeof provider === 'function' ? provider : provider.provide);

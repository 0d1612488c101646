import 'reflect-metadata';

import { type Actor, type Clock, type FeedPosition } from '@intekenboek/event-sourcing-core';
import {
  CLOCK,
  configureHttp,
  graphqlModule,
  PlatformModule,
  READ_MODEL_GATE,
  type ReadModelGate,
  READINESS_CHECKS,
  type ReadinessCheck,
  systemClock,
} from '@intekenboek/platform-nest';
import type { Log } from '@intekenboek/platform-telemetry';
import { Global, Module, type ModuleMetadata, type Provider } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Test } from '@nestjs/testing';
import type { GraphQLFormattedError } from 'graphql';
import request from 'supertest';

/** What a client gets, with the HTTP status beside it. */
export interface ApiAnswer<Data> {
  readonly status: number;
  readonly data: Data;
  readonly errors: readonly GraphQLFormattedError[] | undefined;
}

export interface Asking {
  readonly variables?: object;
  /** Who asks; nobody when absent. */
  readonly actor?: Actor | null;
  readonly language?: 'nl' | 'en';
}

/** The whole API in this process, reached over HTTP, with the fakes that a spec gives it. */
export interface TestApi {
  readonly app: NestExpressApplication;
  ask<Data = Record<string, unknown>>(query: string, asking?: Asking): Promise<ApiAnswer<Data>>;
  close(): Promise<void>;
}

export interface TestApiOptions {
  /** The modules under test. */
  readonly imports: NonNullable<ModuleMetadata['imports']>;
  /** What the app would give them, for example `{ provide: EVENT_STORE, useValue: new InMemoryEventStore() }`. */
  readonly providers?: readonly Provider[];
  readonly clock?: Clock;
  readonly gate?: ReadModelGate;
  readonly checks?: readonly ReadinessCheck[];
  readonly graphql?: Parameters<typeof graphqlModule>[0];
  readonly log?: Log;
  /** Middleware between the headers and Nest, instead of the one that takes the actor of `Asking`. */
  readonly configure?: (app: NestExpressApplication) => void;
}

/** Starts it; close it in `afterAll`. */
export async function startTestApi(options: TestApiOptions): Promise<TestApi> {
  const testing = await Test.createTestingModule({
    imports: [
      globalModule(options),
      PlatformModule,
      // Compiled at once, so that a spec that asks once sees what a client sees the second time.
      graphqlModule({ compileAfter: 0, ...options.graphql }),
      ...options.imports,
    ],
  }).compile();
  const app = testing.createNestApplication<NestExpressApplication>({ bodyParser: false, logger: false });
  configureHttp(app, options.log);
  (options.configure ?? takeActorFromHeader)(app);
  await app.init();
  return {
    app,
    close: () => app.close(),
    ask: async <Data>(query: string, { variables, actor, language }: Asking = {}) => {
      const sending = request(app.getHttpServer()).post('/graphql');
      if (actor) sending.set(ACTOR_HEADER, encodeURIComponent(JSON.stringify(actor)));
      const answer = await sending.set('Accept-Language', language ?? 'en').send({ query, variables });
      const { data, errors } = answer.body as Pick<ApiAnswer<Data>, 'data' | 'errors'>;
      return { status: answer.status, data, errors };
    },
  };
}

function globalModule({ providers = [], clock, gate, checks }: TestApiOptions) {
  const given: Provider[] = [
    { provide: CLOCK, useValue: clock ?? systemClock },
    { provide: READ_MODEL_GATE, useValue: gate ?? openGate },
    { provide: READINESS_CHECKS, useValue: checks ?? [] },
    ...providers,
  ];
  @Global()
  @Module({ providers: given, exports: given.map((one) => (typeof one === 'function' ? one : one.provide)) })
  class FakesModule {}
  return FakesModule;
}

const ACTOR_HEADER = 'X-Test-Actor';

// Only here does a header say who acts: the app takes that from a verified token.
function takeActorFromHeader(app: NestExpressApplication): void {
  app.use((req: { headers: Record<string, string>; actor?: Actor | null }, _: unknown, next: () => void) => {
    const told = req.headers[ACTOR_HEADER.toLowerCase()];
    req.actor = told === undefined ? null : (JSON.parse(decodeURIComponent(told)) as Actor);
    next();
  });
}

/** The `reason` of the first error in an answer that was sent without `ask`. */
export const reasonIn = ({ body }: { readonly body: unknown }): unknown =>
  (body as Partial<ApiAnswer<unknown>>).errors?.[0]?.extensions?.['reason'];

/** For read models that are written within the test. */
export const openGate: ReadModelGate = { waitFor: async (_: FeedPosition) => undefined };

import type { ApolloServerPlugin } from '@apollo/server' with { 'resolution-mode': 'import' };
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { Actor } from '@intekenboek/event-sourcing-core';
import type { GraphqlMetrics } from '@intekenboek/platform-telemetry';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import type { DynamicModule } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import type { GraphQLError } from 'graphql';

import { type FieldErrors, formatError } from './error-format';
import { graphqlTelemetryPlugin } from './graphql-telemetry.plugin';
import { kernelFieldErrors } from './kernel-error.filter';
import { jitPlugin } from './jit.plugin';
import { QUERY_LIMITS, type QueryLimits, queryLimitsPlugin } from './query-limits.plugin';
import type { RequestContext } from './request-context';
import { currentLanguage } from './request-scope';

const TOKENS_MAX = 15_000;

/**
 * The GraphQL API at `/graphql`, code-first: the app only lists its modules beside this one. The request carries
 * `actor`, put there by the middleware of the identity context.
 */
export const graphqlModule = (
  options: {
    /** How often a query must have come before it is compiled: 0 at once, Infinity never. */
    readonly compileAfter?: number;
    readonly limits?: QueryLimits;
    /** Errors that fields below the root may meet: the filters of Nest stand before root fields only. */
    readonly fieldErrors?: FieldErrors;
    /** Where requests are counted; absent: nowhere. */
    readonly metrics?: GraphqlMetrics;
    /** Where to write the schema as a file; absent: in memory only. */
    readonly schemaFile?: string;
  } = {},
): DynamicModule =>
  GraphQLModule.forRoot<ApolloDriverConfig>({
    driver: ApolloDriver,
    path: '/graphql',
    autoSchemaFile: options.schemaFile ?? true,
    sortSchema: true,
    // It is a public API: everyone may read its schema. The explorer has a page of its own.
    introspection: true,
    graphiql: false,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    parseOptions: { maxTokens: TOKENS_MAX },
    includeStacktraceInErrorResponses: false,
    autoTransformHttpErrors: false,
    context: ({ req }: { req: { actor?: Actor | null } }): RequestContext => ({
      actor: req.actor ?? null,
      language: currentLanguage(),
    }),
    formatError: (_formatted, error) => formatOf(options)(error as GraphQLError),
    plugins: [
      ...withoutDefaults,
      graphqlTelemetryPlugin(options.metrics),
      queryLimitsPlugin(options.limits ?? QUERY_LIMITS),
      jitPlugin(options.compileAfter ?? 1, formatOf(options)),
    ],
  });

const formatOf =
  ({ fieldErrors }: { readonly fieldErrors?: FieldErrors }) =>
  (error: GraphQLError) =>
    formatError(error, (cause) => fieldErrors?.(cause) ?? kernelFieldErrors(cause));

// The cast: one plugin has two declarations, one for each module system of Node.
const withoutDefaults = [
  // It hooks into every field and doubles the cost of a list.
  ApolloServerPluginCacheControlDisabled(),
  // Otherwise APOLLO_KEY in the environment would send figures about our users to others.
  ApolloServerPluginUsageReportingDisabled(),
] as unknown as ApolloServerPlugin[];

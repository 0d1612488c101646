import type { ApolloServerPlugin } from '@apollo/server' with { 'resolution-mode': 'import' };
import {
  type AnswerOutcome,
  enterSpan,
  type GraphqlMetrics,
  type OperationKind,
} from '@intekenboek/platform-telemetry';
import type { GraphQLFormattedError } from 'graphql';

const NAME_MAX = 64;

/** Measures every request and traces it under the name that its sender gave it. Its text and variables are not told. */
export const graphqlTelemetryPlugin = (metrics: GraphqlMetrics | undefined): ApolloServerPlugin => ({
  async requestDidStart() {
    const startedAt = performance.now();
    const span = enterSpan('graphql', {});
    let kind: OperationKind = 'none';
    return {
      async didResolveOperation({ operation, operationName }) {
        kind = operation?.operation ?? 'none';
        const name = operationName?.slice(0, NAME_MAX);
        span.rename(name === undefined ? kind : `${kind} ${name}`);
        span.set({
          'graphql.operation.type': kind,
          ...(name !== undefined && { 'graphql.operation.name': name }),
        });
      },
      async willSendResponse({ response: { body } }) {
        const outcome = body.kind === 'single' ? outcomeOf(body.singleResult.errors ?? []) : 'answered';
        span.set({ 'intekenboek.outcome': outcome });
        if (outcome === 'failed') span.fail(outcome);
        span.end();
        metrics?.graphqlAnswered({ kind, outcome, seconds: (performance.now() - startedAt) / 1000 });
      },
    };
  },
});

const OURS = new Set<unknown>(['INTERNAL_SERVER_ERROR', 'UNAVAILABLE', undefined]);

function outcomeOf(errors: readonly GraphQLFormattedError[]): AnswerOutcome {
  if (errors.length === 0) return 'answered';
  return errors.some(({ extensions }) => OURS.has(extensions?.['code'])) ? 'failed' : 'refused';
}

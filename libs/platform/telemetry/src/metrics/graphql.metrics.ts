import { type Meters, SECONDS_OF_AN_ANSWER } from './meters';

/** `none`: it could not be found out, because the question was no GraphQL. */
export type OperationKind = 'query' | 'mutation' | 'subscription' | 'none';

/** `refused`: errors that we foresaw, such as a rule or a wrong question. `failed`: an error of ours or of a server. */
export type AnswerOutcome = (typeof OUTCOMES)[number];
const OUTCOMES = ['answered', 'refused', 'failed'] as const;

export interface GraphqlMetrics {
  graphqlAnswered(answer: {
    readonly kind: OperationKind;
    readonly outcome: AnswerOutcome;
    readonly seconds: number;
  }): void;
}

export function graphqlMetrics(meters: Meters): GraphqlMetrics {
  const seconds = meters.histogram(
    'graphql_seconds',
    'How long GraphQL requests took, by kind of operation and outcome, in seconds.',
    SECONDS_OF_AN_ANSWER,
    'kind',
    'outcome',
  );
  for (const outcome of OUTCOMES) {
    for (const kind of ['query', 'mutation'] as const) seconds.zero({ kind, outcome });
  }
  return {
    graphqlAnswered: ({ kind, outcome, seconds: took }) => seconds.observe({ kind, outcome }, took),
  };
}

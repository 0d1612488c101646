import type { ApolloServerPlugin } from '@apollo/server' with { 'resolution-mode': 'import' };
import {
  type DocumentNode,
  type GraphQLSchema,
  isListType,
  isNonNullType,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import { type ComplexityEstimator, getComplexity } from 'graphql-query-complexity';

import { publicError } from './public-error';

/** Costs: one per field, times the number of rows that are asked for. */
export interface QueryLimits {
  /** 500 rows of 20 fields fit, and so do the 60 municipalities of a province with all that hangs below them. */
  readonly costMax: number;
  /** Levels of braces; a paged list takes three. Questions about the schema itself are not counted. */
  readonly depthMax: number;
}

export const QUERY_LIMITS: QueryLimits = { costMax: 30_000, depthMax: 18 };

/** Rows taken to be in a list that has no `first`. */
const ROWS_IN_PLAIN_LIST = 10;

/** Refuses a question that asks for too much before anything of it is answered. */
export function queryLimitsPlugin(limits: QueryLimits = QUERY_LIMITS): ApolloServerPlugin {
  const depths = new WeakMap<DocumentNode, number>();
  let schema: GraphQLSchema;
  return {
    async serverWillStart(service) {
      schema = service.schema;
    },
    async requestDidStart() {
      return {
        async didResolveOperation({ document, request, operationName }) {
          const depth = depths.get(document) ?? depthOf(document);
          depths.set(document, depth);
          if (depth > limits.depthMax) throw tooDeep(depth, limits.depthMax);
          const cost = costOf(schema, document, request.variables, operationName);
          if (cost > limits.costMax) throw tooMuch(cost, limits.costMax);
        },
      };
    },
  };
}

function costOf(
  schema: GraphQLSchema,
  query: DocumentNode,
  variables: Record<string, unknown> | undefined,
  operationName: string | null,
): number {
  try {
    return getComplexity({
      schema,
      query,
      variables: variables ?? {},
      estimators: [byRows],
      ...(operationName !== null && { operationName }),
    });
  } catch {
    // Wrong variables: the executor tells what is wrong with them, in the words of GraphQL.
    return 0;
  }
}

/** The edges of a page are as many as its `first`, which was counted one level up. */
const byRows: ComplexityEstimator = ({ args, childComplexity, field, type }) => {
  // The schema is not data; how deep one may ask about it, graphql-js limits itself.
  if (field.name.startsWith('__')) return 1;
  const first: unknown = args['first'];
  if (typeof first === 'number') return 1 + Math.max(first, 1) * childComplexity;
  const isList = isListType(isNonNullType(field.type) ? field.type.ofType : field.type);
  return 1 + (isList && !type.name.endsWith('Connection') ? ROWS_IN_PLAIN_LIST : 1) * childComplexity;
};

/** Fragments count where they are used; GraphQL has refused cycles of them before this. */
function depthOf(document: DocumentNode): number {
  const fragments = new Map<string, number>();

  function below({ selections }: SelectionSetNode): number {
    const depths = selections.map((selection) => {
      if (selection.kind === Kind.FRAGMENT_SPREAD) return ofFragment(selection.name.value);
      if (selection.kind === Kind.INLINE_FRAGMENT) return below(selection.selectionSet);
      if (selection.name.value.startsWith('__') || selection.selectionSet === undefined) return 1;
      return 1 + below(selection.selectionSet);
    });
    return Math.max(0, ...depths);
  }

  function ofFragment(name: string): number {
    const known = fragments.get(name);
    if (known !== undefined) return known;
    const fragment = document.definitions.find(
      (definition) => definition.kind === Kind.FRAGMENT_DEFINITION && definition.name.value === name,
    );
    const depth = fragment?.kind === Kind.FRAGMENT_DEFINITION ? below(fragment.selectionSet) : 0;
    fragments.set(name, depth);
    return depth;
  }

  const operations = document.definitions.filter(
    (definition) => definition.kind === Kind.OPERATION_DEFINITION,
  );
  return Math.max(0, ...operations.map(({ selectionSet }) => below(selectionSet)));
}

const tooDeep = (depth: number, max: number) =>
  publicError(
    'QUERY_TOO_DEEP',
    {
      code: 'BAD_USER_INPUT',
      nl: 'Deze vraag gaat {depth} niveaus diep; {max} mag. Stel haar in stukken.',
      en: 'This question is {depth} levels deep; {max} are allowed. Ask it in parts.',
    },
    { depth, max },
  );

const tooMuch = (cost: number, max: number) =>
  publicError(
    'QUERY_TOO_COSTLY',
    {
      code: 'BAD_USER_INPUT',
      nl: 'Deze vraag kan {cost} waarden opleveren; {max} mag. Vraag minder velden, of minder tegelijk met first.',
      en: 'This question may yield {cost} values; {max} are allowed. Ask for fewer fields, or fewer at once with first.',
    },
    { cost, max },
  );

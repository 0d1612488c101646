import { GraphQLScalarType, Kind } from 'graphql';

import { publicError, type Sentence } from './public-error';

/** A scalar that is text on the wire. What was stored is trusted on the way out and checked on the way in. */
export function textScalar<T extends string>(
  options: Sentence & {
    readonly name: string;
    readonly description: string;
    /** @throws when the text is not a value. */
    readonly parse: (text: string) => T;
    readonly reason: string;
  },
): GraphQLScalarType<T, string> {
  const { name, description, parse, reason, nl, en } = options;

  function read(value: unknown): T {
    try {
      if (typeof value === 'string') return parse(value);
    } catch {
      // Told below in the words of this API.
    }
    const text = String(value).slice(0, 40);
    throw publicError(reason, { code: 'BAD_USER_INPUT', nl, en }, { text, expected: name });
  }

  return new GraphQLScalarType<T, string>({
    name,
    description,
    serialize: (value) => String(value),
    parseValue: read,
    parseLiteral: (node) => read(node.kind === Kind.STRING ? node.value : node.kind),
  });
}

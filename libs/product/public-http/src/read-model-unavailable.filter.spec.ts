import { DatabaseUnreachable, ReadModelUnavailable } from '@intekenboek/platform-sql';
import type { ArgumentsHost } from '@nestjs/common';

import { readModelFieldErrors, ReadModelUnavailableFilter } from './read-model-unavailable.filter';

const host = { getType: () => 'graphql' } as unknown as ArgumentsHost;
const answerTo = (error: ReadModelUnavailable | DatabaseUnreachable) =>
  new ReadModelUnavailableFilter().catch(error, host);

describe('a query that cannot be answered now', () => {
  it.each([
    [
      'while it is built',
      new ReadModelUnavailable('parties', 'BUILDING'),
      'READ_MODEL_UNAVAILABLE',
      'being built',
    ],
    [
      'after a failure',
      new ReadModelUnavailable('parties', 'FAILED'),
      'READ_MODEL_UNAVAILABLE',
      'cannot answer',
    ],
    [
      'while the server is away',
      new DatabaseUnreachable('', '57P01'),
      'READ_MODELS_AWAY',
      'cannot be reached',
    ],
  ])('is told so: %s', (_, error, reason, words) => {
    expect(answerTo(error)).toMatchObject({
      message: expect.stringContaining(words),
      extensions: { code: 'UNAVAILABLE', reason },
    });
  });

  it('is told the same of a field below the root', () => {
    const error = new ReadModelUnavailable('parties', 'BUILDING');
    expect(readModelFieldErrors(error)).toEqual(answerTo(error));
    expect(readModelFieldErrors(new Error('of another kind'))).toBeNull();
  });

  it('does not tell where the server is', () => {
    const answer = answerTo(new DatabaseUnreachable('PostgreSQL at db:5432', '57P01'));
    expect(JSON.stringify(answer)).not.toContain('5432');
  });
});

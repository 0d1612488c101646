import { reasonOf, ServerAway } from './start-errors';

describe('why a server is away', () => {
  it.each([
    ['a message', new Error('connect ECONNREFUSED 127.0.0.1:5432'), 'connect ECONNREFUSED 127.0.0.1:5432'],
    ['the first of several', new AggregateError([new Error('no route'), new Error('x')]), 'no route'],
    ['what was away', new ServerAway('DATABASE_URL', new Error('no route')), 'no route'],
    ['a name where there is no message', new RangeError(), 'RangeError'],
    ['one line', new Error('first\nsecond'), 'first'],
    ['nothing that was thrown by accident', 'postgres://me:s3cret@host', 'unknown'],
  ])('is told as %s', (_, error, reason) => {
    expect(reasonOf(error)).toBe(reason);
  });

  it('never holds a password, and is short', () => {
    const reason = reasonOf(new Error(`no way to kurrentdb://me:s3cret@a:2113,b:2113 ${'x'.repeat(500)}`));
    expect(reason).toContain('kurrentdb://a:2113');
    expect(reason).not.toContain('s3cret');
    expect(reason.length).toBeLessThanOrEqual(200);
  });
});

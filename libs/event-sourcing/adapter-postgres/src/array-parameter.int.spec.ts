import { describeWithServer } from '@intekenboek/event-sourcing-testing';
import * as fc from 'fast-check';

import { integerArray, textArray } from './array-parameter';
import { withSession } from './postgres-log.fixtures';

// What UTF-8 cannot say is no text to PostgreSQL, and neither is a zero in one.
const text = fc.string({ unit: 'binary' }).filter((value) => !value.includes('\0'));

describeWithServer('DATABASE_URL', 'an array as PostgreSQL sends it itself', (server) => {
  it('comes back as it was: texts and nulls', () =>
    withSession(server, (session) =>
      fc.assert(
        fc.asyncProperty(fc.array(fc.option(text)), async (values) => {
          const { rows } = await session.query('select $1::text[] as values', [textArray(values)]);
          expect(rows).toEqual([{ values }]);
        }),
      ),
    ));

  it('comes back as it was: integers', () =>
    withSession(server, (session) =>
      fc.assert(
        fc.asyncProperty(fc.array(fc.integer()), async (values) => {
          const { rows } = await session.query('select $1::integer[] as values', [integerArray(values)]);
          expect(rows).toEqual([{ values }]);
        }),
      ),
    ));
});

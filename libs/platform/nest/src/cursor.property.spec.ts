import { assert, array, oneof, property, string, double } from 'fast-check';

import { decodeCursor, encodeCursor } from './cursor';
import { connectionOf } from './connection.types';

describe('a cursor', () => {
  it('gives back every sort key that was put in', () => {
    const part = oneof(string(), double({ noNaN: true, noDefaultInfinity: true }));
    assert(
      property(array(part), (key) => {
        const kinds = key.map((one) => (typeof one === 'string' ? 'string' : 'number'));
        // JSON has no negative zero.
        expect(decodeCursor(encodeCursor(key), kinds)).toEqual(key.map((one) => (one === 0 ? 0 : one)));
      }),
    );
  });

  it('is refused, never a crash, for any other text', () => {
    assert(
      property(string(), (text) => {
        expect(() => decodeCursor(text, ['string', 'number'])).toThrow(/does not belong to this list/);
      }),
    );
  });

  it('is made from each row, and a page never shows the row that only tells that more follows', () => {
    assert(
      property(array(string()), (rows) => {
        const page = connectionOf(rows.slice(0, 4), {
          first: 3,
          totalCount: rows.length,
          cursorOf: (row) => [row],
        });
        expect(page.edges.map(({ node }) => node)).toEqual(rows.slice(0, 3));
        expect(page.edges.map(({ cursor }) => decodeCursor(cursor, ['string'])[0])).toEqual(rows.slice(0, 3));
        expect(page.pageInfo.hasNextPage).toBe(rows.length > 3);
      }),
    );
  });
});

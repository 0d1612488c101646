import fc from 'fast-check';

import { traceparentHeader, traceparentIn } from './traceparent';
import { correlationIdOf } from './work-scope';

const hex = (length: number) =>
  fc.stringMatching(new RegExp(`^[0-9a-f]{${length}}$`)).filter((text) => !/^0+$/.test(text));

describe('the id under which work is told', () => {
  it('is a plain word, whatever a caller sends', () => {
    fc.assert(
      fc.property(fc.option(fc.oneof(fc.string(), fc.string({ unit: 'binary' }))), (given) => {
        expect(correlationIdOf(given ?? undefined)).toMatch(/^[\w.-]{8,64}$/);
      }),
    );
  });

  it('is what the caller gave when that is a plain word of 8 to 64 characters', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[\w.-]{8,64}$/), (given) => {
        expect(correlationIdOf(given)).toBe(given);
      }),
    );
  });

  it('is new for every piece of work that nobody named', () => {
    const ids = Array.from({ length: 100 }, () => correlationIdOf(undefined));
    expect(new Set(ids).size).toBe(100);
  });
});

describe('the traceparent of a caller', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(hex(32), hex(16), fc.boolean(), (traceId, spanId, isSampled) => {
        const place = { traceId, spanId, isSampled };
        expect(traceparentIn(traceparentHeader(place))).toEqual(place);
      }),
    );
  });

  it('is nothing when it is any other text', () => {
    const whole = /^[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}(-.*)?$/s;
    const almost = fc.tuple(hex(32), hex(16), fc.nat(54)).map(([traceId, spanId, cut]) => {
      const header = traceparentHeader({ traceId, spanId, isSampled: true });
      return header.slice(0, cut);
    });
    fc.assert(
      fc.property(fc.oneof(fc.string(), almost), (text) => {
        fc.pre(!whole.test(text));
        expect(traceparentIn(text)).toBeUndefined();
      }),
    );
  });

  it.each([
    ['of a later version, with more behind it', '01', '-more', true],
    ['of version 00 with more behind it', '00', '-more', false],
    ['of the version that is none', 'ff', '', false],
    ['with a line feed behind it', '00', '\n', false],
  ])('%s is followed: %s%s', (_, version, more, isFollowed) => {
    const header = `${version}-${'a'.repeat(32)}-${'b'.repeat(16)}-01${more}`;
    expect(traceparentIn(header) !== undefined).toBe(isFollowed);
  });

  it.each([
    ['trace', '0'.repeat(32), 'b'.repeat(16)],
    ['span', 'a'.repeat(32), '0'.repeat(16)],
  ])('without a %s is nothing', (_, traceId, spanId) => {
    expect(traceparentIn(traceparentHeader({ traceId, spanId, isSampled: true }))).toBeUndefined();
  });
});

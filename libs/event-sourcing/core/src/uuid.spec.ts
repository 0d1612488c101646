import { assert, property, string } from 'fast-check';

import { isUuid, uuidOf } from './uuid';

describe('a UUID', () => {
  it.each(['0190f5b6-7c3a-7e1f-8a2b-3c4d5e6f7a8b', 'f47ac10b-58cc-4372-a567-0e02b2c3d479'])(
    'is %s',
    (text) => {
      expect(isUuid(text)).toBe(true);
    },
  );

  it.each([
    'F47AC10B-58CC-4372-A567-0E02B2C3D479',
    'f47ac10b58cc4372a5670e02b2c3d479',
    '00000000-0000-0000-0000-000000000000',
    'f47ac10b-58cc-4372-a567-0e02b2c3d479\n',
    ' f47ac10b-58cc-4372-a567-0e02b2c3d479',
    '',
  ])('is not %j, so that one id has one spelling', (text) => {
    expect(isUuid(text)).toBe(false);
  });
});

describe('a UUID made of a name', () => {
  it('is the same for ever: stored ids were made with it', () => {
    expect(uuidOf('event:0190f5b6-7c3a-7e1f-8a2b-3c4d5e6f7a8b:0')).toBe(
      '118f2100-1185-5241-9bc6-d83f1d70e504',
    );
  });

  it('is of version 5 and differs with the name', () => {
    assert(
      property(string(), string(), (one, other) => {
        expect(isUuid(uuidOf(one))).toBe(true);
        expect(uuidOf(one).at(14)).toBe('5');
        expect(uuidOf(one) === uuidOf(other)).toBe(one === other);
      }),
    );
  });
});

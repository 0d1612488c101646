import { assert, nat, property, uuid } from 'fast-check';

import { eventIdOf } from './event-id';
import { isUuid } from './uuid';

const commandId = '0190f5b6-7c3a-7e1f-8a2b-3c4d5e6f7a8b';

describe('the id of an event', () => {
  it('is the same for ever: a repeated send is known by it', () => {
    expect([0, 1].map((index) => eventIdOf(commandId, index))).toEqual([
      '0190f5b6-7c3a-8241-9bc6-d83f1d70e504',
      '0190f5b6-7c3a-8e36-80e6-1cab32072639',
    ]);
  });

  it('is a UUID that begins as that of its command, and differs with the command and the place', () => {
    assert(
      property(uuid(), uuid(), nat(1_000), nat(1_000), (one, other, here, there) => {
        const id = eventIdOf(one, here);
        expect(isUuid(id)).toBe(true);
        expect(id.slice(0, 13)).toBe(one.slice(0, 13));
        expect(id === eventIdOf(other, there)).toBe(one === other && here === there);
      }),
    );
  });

  it('differs for commands that were made in the same millisecond', () => {
    const next = '0190f5b6-7c3a-7e1f-8a2b-3c4d5e6f7a8c';
    expect(eventIdOf(next, 0)).not.toBe(eventIdOf(commandId, 0));
  });
});

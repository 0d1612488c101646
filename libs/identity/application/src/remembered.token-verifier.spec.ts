import { instant } from '@intekenboek/event-sourcing-core';
import { someone, StoppedClock } from '@intekenboek/event-sourcing-testing';

import { rememberedTokenVerifier } from './remembered.token-verifier';
import { TokenRejected } from './token.errors';

describe('a remembered token', () => {
  function counting() {
    const asked: string[] = [];
    const clock = new StoppedClock();
    const verifier = rememberedTokenVerifier(
      {
        verify: async (token, at) => {
          asked.push(at === undefined ? token : `${token} at ${at}`);
          if (token === 'forged') throw new TokenRejected('TOKEN_MALFORMED');
          return someone({ territory: token });
        },
      },
      clock,
    );
    return { asked, clock, verifier };
  }

  it('is verified once within a minute, and again after it', async () => {
    const { asked, clock, verifier } = counting();
    await verifier.verify('a');
    clock.set('2026-02-02T12:00:59Z');
    expect(await verifier.verify('a')).toMatchObject({ territory: 'a' });
    expect(asked).toEqual(['a']);
    clock.set('2026-02-02T12:01:00Z');
    await verifier.verify('a');
    expect(asked).toEqual(['a', 'a']);
  });

  it('never answers for another token', async () => {
    const { verifier } = counting();
    await verifier.verify('a');
    expect(await verifier.verify('b')).toMatchObject({ territory: 'b' });
  });

  it('that was refused is refused every time anew', async () => {
    const { asked, verifier } = counting();
    for (const _ of [1, 2]) await expect(verifier.verify('forged')).rejects.toBeInstanceOf(TokenRejected);
    expect(asked).toEqual(['forged', 'forged']);
  });

  it('says nothing of how it stood at another moment', async () => {
    const { asked, verifier } = counting();
    const earlier = instant('2026-02-01T12:00:00Z');
    await verifier.verify('a');
    await verifier.verify('a', earlier);
    await verifier.verify('a', earlier);
    await verifier.verify('a');
    expect(asked).toEqual(['a', `a at ${earlier}`, `a at ${earlier}`]);
    await verifier.verify('b', earlier);
    await verifier.verify('b');
    expect(asked.slice(3)).toEqual([`b at ${earlier}`, 'b']);
  });
});

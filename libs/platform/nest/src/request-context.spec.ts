import type { Request } from 'express';

import { languageOf } from './request-context';
import { originOf } from './request-origin';

describe('a request', () => {
  it.each([
    [undefined, 'en'],
    ['', 'en'],
    ['nl', 'nl'],
    ['nl-BE,nl;q=0.9,en;q=0.8', 'nl'],
    ['NL', 'nl'],
    ['en,nl;q=0.9', 'en'],
    ['nlx', 'en'],
  ])('with Accept-Language %p is answered in %s', (header, language) => {
    expect(languageOf(header)).toBe(language);
  });

  it.each([
    ['localhost:4000', 'http://localhost:4000'],
    ['[::1]:4000', 'http://[::1]:4000'],
    ['intekenboek.example', 'http://intekenboek.example'],
    [undefined, 'http://localhost:4000'],
    ["x';id", 'http://localhost:4000'],
    ['a b', 'http://localhost:4000'],
    ['host:123456', 'http://localhost:4000'],
  ])('to the host %p came to %s', (host, origin) => {
    expect(originOf({ protocol: 'http', get: () => host } as unknown as Request)).toBe(origin);
  });
});

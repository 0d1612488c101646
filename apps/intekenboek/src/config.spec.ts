import { readConfig } from './config';

describe('settings', () => {
  it('have defaults with which the demonstration starts', () => {
    expect(readConfig([], {}, '/somewhere')).toEqual({
      port: 4000,
      host: '127.0.0.1',
      dataFolder: '/somewhere/data',
      isDemonstration: true,
      loadsNation: true,
      rebuilds: false,
      identity: null,
      standsAt: null,
      eventStore: { kind: 'SQLITE', file: '/somewhere/data/log.sqlite' },
      readModels: { kind: 'PGLITE', directory: '/somewhere/data/read-models' },
      kafka: null,
      oin: '00000099000000000000',
      publicAddress: null,
    });
  });

  it('start without the nation when asked', () => {
    expect(readConfig(['--empty'], {}, '/somewhere')).toMatchObject({
      isDemonstration: true,
      loadsNation: false,
    });
  });

  it('rebuild all read models when asked', () => {
    expect(readConfig(['--rebuild'], {}, '/somewhere')).toMatchObject({ rebuilds: true, loadsNation: true });
  });

  it.each([
    [['--emtpy'], {}, '--emtpy'],
    [['--help'], {}, 'INTEKENBOEK_DATA'],
    [[], { PORT: 'http' }, 'PORT'],
    [[], { PORT: '65536' }, 'PORT'],
    [[], { INTEKENBOEK_DEMONSTRATION: 'no' }, 'INTEKENBOEK_DEMONSTRATION'],
    [[], { INTEKENBOEK_DEMONSTRATION: 'false' }, 'INTEKENBOEK_ISSUER'],
  ])('%j %j are refused in words that name %s', (argv, env, named) => {
    expect(() => readConfig(argv, env, '/somewhere')).toThrow(named);
  });

  it('name the issuer of tokens outside the demonstration, and never load the nation there', () => {
    const env = {
      INTEKENBOEK_DEMONSTRATION: 'false',
      INTEKENBOEK_ISSUER: 'https://idp.example',
      INTEKENBOEK_AUDIENCE: 'intekenboek',
      INTEKENBOEK_JWKS: 'keys.json',
    };
    expect(readConfig([], env, '/somewhere')).toMatchObject({
      isDemonstration: false,
      loadsNation: false,
      identity: { issuer: 'https://idp.example', jwks: 'keys.json' },
    });
  });
});

import { KurrentDbAddressRefused, requireAddress } from './address';

describe('the address of KurrentDB', () => {
  it.each([
    'kurrentdb://127.0.0.1:2113?tls=false',
    'kurrentdb+discover://user:geheim@one:2113,two:2113?TLS=true&nodePreference=leader',
    'kdb://one',
  ])('may be %s', (url) => {
    expect(() => requireAddress(url)).not.toThrow();
  });

  it.each([
    ['an option that the client does not know', 'kurrentdb://user:geheim@one?frobnicate=1', 'frobnicate'],
    ['another scheme', 'postgres://user:geheim@one', 'no address'],
    ['no host', 'kurrentdb://user:geheim', 'no address'],
    [
      'refusals that nobody would notice',
      'kurrentdb://user:geheim@one?throwOnAppendFailure=false',
      'throwOnAppendFailure',
    ],
    ['a value that is none', 'kurrentdb://user:geheim@one?tls=perhaps', 'no address'],
    ['a password that was not encoded', 'kurrentdb://user:ge?heim@one', 'option'],
  ])('is refused with %s, and never repeated', (_, url, word) => {
    const warned = jest.spyOn(console, 'warn').mockImplementation();
    const refused = () => requireAddress(url);
    expect(refused).toThrow(KurrentDbAddressRefused);
    expect(refused).toThrow(word);
    expect(refused).toThrow(/^(?!.*heim)/s);
    expect(warned).not.toHaveBeenCalled();
    warned.mockRestore();
  });
});

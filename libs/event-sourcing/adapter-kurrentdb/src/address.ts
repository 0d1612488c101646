import { KurrentDBClient } from '@kurrent/kurrentdb-client';

/** The address cannot be used as it is. The message never repeats it, because a password may stand in it. */
export class KurrentDbAddressRefused extends Error {
  override readonly name = 'KurrentDbAddressRefused';
}

/**
 * What the client understands; of anything else it would print a warning with the whole address. `throwOnAppendFailure`
 * is not among them: a refused append must be noticed.
 */
const OPTIONS = [
  'tls',
  'tlsVerifyCert',
  'tlsCAFile',
  'userCertFile',
  'userKeyFile',
  'connectionName',
  'nodePreference',
  'maxDiscoverAttempts',
  'discoveryInterval',
  'gossipTimeout',
  'defaultDeadline',
  'keepAliveInterval',
  'keepAliveTimeout',
];
const KNOWN = new Set(OPTIONS.map((option) => option.toLowerCase()));

/** @throws KurrentDbAddressRefused that says what is wrong, without the address. */
export function requireAddress(url: string): void {
  const [, ...query] = url.split('?');
  const given = query.flatMap((part) => part.split('&')).map((pair) => pair.split('=')[0] ?? '');
  const unknown = given.find((name) => !KNOWN.has(name.toLowerCase()));
  if (unknown !== undefined) {
    // A name of other letters may be the rest of a password in which a sign was not encoded.
    const shown = /^[A-Za-z]{1,30}$/.test(unknown) ? `option ${unknown}` : 'an option';
    throw new KurrentDbAddressRefused(
      `KURRENTDB_URL: ${shown} cannot be given. There is: ${OPTIONS.join(', ')}.`,
    );
  }
  try {
    KurrentDBClient.connectionString(url);
  } catch {
    throw new KurrentDbAddressRefused(
      'KURRENTDB_URL: this is no address of KurrentDB. An example: kurrentdb+discover://user:password@host:2113?tls=true. ' +
        'Signs such as @ : / ? & in a password are written as %40 and so on.',
    );
  }
}

/** Starting again is in vain until somebody changes a setting. The message is all that the operator needs. */
export class StartRefused extends Error {
  override readonly name = 'StartRefused';

  static portTaken(setting: string, port: number): StartRefused {
    return new StartRefused(
      `${setting}=${port}: deze poort is in gebruik; kies een andere | this port is taken; choose another.`,
    );
  }
}

/** What a setting points at is not there yet, or does not let us in. Waiting may help. */
export class ServerAway extends Error {
  override readonly name = 'ServerAway';

  constructor(
    readonly setting: string,
    override readonly cause: unknown,
  ) {
    super(`${setting}: ${reasonOf(cause)}`);
  }
}

const CREDENTIALS = /\/\/[^\s/@]*@/g;

/** Why, in one line and without the password of an address. */
export function reasonOf(error: unknown): string {
  if (error instanceof ServerAway) return reasonOf(error.cause);
  if (error instanceof AggregateError && error.errors.length > 0) return reasonOf(error.errors[0]);
  if (!(error instanceof Error)) return 'unknown';
  const [line = ''] = (error.message || error.name).split('\n');
  return line.replace(CREDENTIALS, '//').slice(0, 200);
}

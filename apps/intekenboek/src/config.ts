import { isAbsolute, resolve } from 'node:path';

/** Everything that an operator can set. Read once, at the start. */
export interface Config {
  /** Where HTTP listens; 0 takes any free port. */
  readonly port: number;
  readonly host: string;
  /** The folder of the log and of the read models. */
  readonly dataFolder: string;
  /** With a token issuer of its own and the demo people; never for real agreements. */
  readonly isDemonstration: boolean;
  /** Whether an empty data folder is filled with the demonstration nation. */
  readonly loadsNation: boolean;
  /** Whether all read models are built anew, beside those that serve. */
  readonly rebuilds: boolean;
  /** Outside the demonstration: who signs tokens, for whom, and where the public keys are (JWKS: address or file). */
  readonly identity: { readonly issuer: string; readonly audience: string; readonly jwks: string } | null;
}

/** What to tell the operator; the program ends with it. */
export class ConfigRefused extends Error {
  override readonly name = 'ConfigRefused';
}

const OPTIONS = ['--empty', '--rebuild'];

const USAGE = `Gebruik / usage: npm start -- [--empty] [--rebuild]

  --empty    begin zonder de demonstratie / start without the demonstration nation
  --rebuild  bouw alle leesmodellen opnieuw op, terwijl de oude antwoorden /
             build all read models anew while the old ones answer

Instellingen / settings:
  PORT                       poort / port (4000)
  HOST                       adres / address (127.0.0.1)
  INTEKENBOEK_DATA           map met gegevens / data folder (./data)
  INTEKENBOEK_DEMONSTRATION  true (standaard / default) of / or false
  zonder demonstratie / outside the demonstration:
  INTEKENBOEK_ISSUER, INTEKENBOEK_AUDIENCE, INTEKENBOEK_JWKS (adres of bestand / address or file)`;

/** @throws ConfigRefused naming the setting and what it must be. */
export function readConfig(
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  folder: string,
): Config {
  const unknown = argv.find((argument) => !OPTIONS.includes(argument));
  if (unknown === '--help') throw new ConfigRefused(USAGE);
  if (unknown !== undefined) {
    throw new ConfigRefused(`${unknown}: onbekende optie / unknown option.\n\n${USAGE}`);
  }
  const isDemonstration = flag(env, 'INTEKENBOEK_DEMONSTRATION', true);
  return {
    port: portOf(env['PORT'] ?? '4000'),
    host: env['HOST'] ?? '127.0.0.1',
    dataFolder: folderOf(env['INTEKENBOEK_DATA'] ?? './data', folder),
    isDemonstration,
    loadsNation: isDemonstration && !argv.includes('--empty'),
    rebuilds: argv.includes('--rebuild'),
    identity: isDemonstration ? null : identityOf(env),
  };
}

function portOf(text: string): number {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
  throw new ConfigRefused(`PORT=${text}: geef een getal van 0 tot 65535 / give a number from 0 to 65535.`);
}

function flag(env: Readonly<Record<string, string | undefined>>, name: string, whenAbsent: boolean): boolean {
  const text = env[name] ?? String(whenAbsent);
  if (text === 'true' || text === 'false') return text === 'true';
  throw new ConfigRefused(`${name}=${text}: geef true of false / give true or false.`);
}

function identityOf(env: Readonly<Record<string, string | undefined>>) {
  const required = (name: string): string => {
    const value = env[name];
    if (value) return value;
    throw new ConfigRefused(
      `${name} ontbreekt: buiten de demonstratie komt het bewijs van wie handelt van een uitgever van uzelf / ` +
        `${name} is missing: outside the demonstration tokens come from an issuer of your own.`,
    );
  };
  return {
    issuer: required('INTEKENBOEK_ISSUER'),
    audience: required('INTEKENBOEK_AUDIENCE'),
    jwks: required('INTEKENBOEK_JWKS'),
  };
}

const folderOf = (path: string, folder: string): string => (isAbsolute(path) ? path : resolve(folder, path));

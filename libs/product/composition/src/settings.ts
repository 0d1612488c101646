import { isAbsolute, join, resolve } from 'node:path';

import { instant, type Instant } from '@intekenboek/event-sourcing-core';

/** What to tell the operator; the program ends with it. */
export class ConfigRefused extends Error {
  override readonly name = 'ConfigRefused';
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** Where the truth is kept. */
export type EventStoreAddress =
  | { readonly kind: 'SQLITE'; readonly file: string }
  | { readonly kind: 'POSTGRES'; readonly url: string }
  | { readonly kind: 'KURRENTDB'; readonly url: string };

/** Where the read models are kept; PGlite is for one process alone. */
export type ReadModelsAddress =
  | { readonly kind: 'PGLITE'; readonly directory: string }
  | { readonly kind: 'POSTGRES'; readonly url: string };

/** Outside the demonstration: who signs tokens, for whom, and where the public keys are (JWKS: address or file). */
export interface IdentitySettings {
  readonly issuer: string;
  readonly audience: string;
  readonly jwks: string;
}

/** The Kafka cluster that messages go to and come from. */
export interface KafkaSettings {
  readonly brokers: readonly string[];
  readonly ssl: boolean;
  /** On how many brokers each message is kept. */
  readonly replicas: number;
  /** SASL, SCRAM-SHA-512. */
  readonly sasl: { readonly username: string; readonly password: string } | null;
}

/** What is the same for every process of one installation. */
export interface Settings {
  /** The folder of what the embedded engines keep, and of the keys of the demonstration. */
  readonly dataFolder: string;
  /** With a token issuer of its own and the demo people; never for real agreements. */
  readonly isDemonstration: boolean;
  readonly identity: IdentitySettings | null;
  /** The moment at which the clock stands still, in the demonstration only; null for the clock of the machine. */
  readonly standsAt: Instant | null;
  readonly eventStore: EventStoreAddress;
  readonly readModels: ReadModelsAddress;
  /** Null: nothing leaves and nothing comes in by messages. */
  readonly kafka: KafkaSettings | null;
  /** Of the organisation that runs this system, in the source of every message: 20 digits. */
  readonly oin: string;
  /** Where the world finds this installation, without a slash at the end; null when it is not told. */
  readonly publicAddress: string | null;
}

// Prefix 00000099 is for tests; nobody has it.
const DEMONSTRATION_OIN = '00000099000000000000';

/** @throws ConfigRefused naming the setting and what it must be. */
export function readSettings(env: Environment, folder: string): Settings {
  const isDemonstration = flag(env, 'INTEKENBOEK_DEMONSTRATION', true);
  const dataFolder = folderOf(env['INTEKENBOEK_DATA'] ?? './data', folder);
  return {
    dataFolder,
    isDemonstration,
    identity: isDemonstration ? null : identityOf(env),
    standsAt: momentOf(env, isDemonstration),
    eventStore: eventStoreOf(env, dataFolder),
    readModels: readModelsOf(env, dataFolder),
    kafka: kafkaOf(env),
    oin: oinOf(env, isDemonstration),
    publicAddress: publicAddressOf(env),
  };
}

/** @throws ConfigRefused */
export function portOf(env: Environment, name: string, whenAbsent: number): number {
  const text = env[name] ?? String(whenAbsent);
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
  throw new ConfigRefused(`${name}=${text}: geef een getal van 0 tot 65535 / give a number from 0 to 65535.`);
}

function flag(env: Environment, name: string, whenAbsent: boolean): boolean {
  const text = env[name] ?? String(whenAbsent);
  if (text === 'true' || text === 'false') return text === 'true';
  throw new ConfigRefused(`${name}=${text}: geef true of false / give true or false.`);
}

function momentOf(env: Environment, isDemonstration: boolean): Instant | null {
  const text = env['INTEKENBOEK_NOW'];
  if (!text) return null;
  if (!isDemonstration) {
    throw new ConfigRefused(
      'INTEKENBOEK_NOW: alleen in de demonstratie kan de klok stilstaan / only in the demonstration can the clock stand still.',
    );
  }
  try {
    return instant(text);
  } catch {
    throw new ConfigRefused(
      `INTEKENBOEK_NOW=${text}: geef een tijdstip met tijdzone / give a moment with its time zone: 2027-03-01T09:00:00+01:00`,
    );
  }
}

function eventStoreOf(env: Environment, dataFolder: string): EventStoreAddress {
  const kurrentdb = address(env, 'KURRENTDB_URL', [
    'kurrentdb',
    'kurrentdb+discover',
    'esdb',
    'esdb+discover',
  ]);
  if (kurrentdb !== null) return { kind: 'KURRENTDB', url: kurrentdb };
  const postgres = address(env, 'DATABASE_URL', ['postgres', 'postgresql']);
  if (postgres !== null) return { kind: 'POSTGRES', url: postgres };
  return { kind: 'SQLITE', file: join(dataFolder, 'log.sqlite') };
}

function readModelsOf(env: Environment, dataFolder: string): ReadModelsAddress {
  const schemes = ['postgres', 'postgresql'];
  const url = address(env, 'READ_MODELS_URL', schemes) ?? address(env, 'DATABASE_URL', schemes);
  return url === null
    ? { kind: 'PGLITE', directory: join(dataFolder, 'read-models') }
    : { kind: 'POSTGRES', url };
}

// The address may hold a password, so the message never repeats it.
function address(env: Environment, name: string, schemes: readonly string[]): string | null {
  const text = env[name];
  if (!text) return null;
  if (schemes.some((scheme) => text.startsWith(`${scheme}://`))) return text;
  throw new ConfigRefused(
    `${name}: geef een adres dat begint met / give an address that begins with ${schemes.join(':// , ')}://.`,
  );
}

function kafkaOf(env: Environment): KafkaSettings | null {
  const text = env['KAFKA_BROKERS'];
  if (!text) return null;
  const brokers = text.split(',').map((broker) => broker.trim());
  const wrong = brokers.find((broker) => !/^[\w.-]+:\d{1,5}$/.test(broker));
  if (wrong !== undefined) {
    throw new ConfigRefused(
      `KAFKA_BROKERS: "${wrong}" is geen host:poort / is no host:port. Voorbeeld / example: 127.0.0.1:9092`,
    );
  }
  return {
    brokers,
    ssl: flag(env, 'KAFKA_SSL', false),
    replicas: replicasOf(env, brokers),
    sasl: saslOf(env),
  };
}

/** Three where there are three brokers, because one may then be lost and another be in repair. */
function replicasOf(env: Environment, brokers: readonly string[]): number {
  const text = env['KAFKA_REPLICAS'] ?? String(Math.min(3, brokers.length));
  if (/^[1-9]$/.test(text)) return Number(text);
  throw new ConfigRefused(`KAFKA_REPLICAS=${text}: geef een getal van 1 tot 9 / give a number from 1 to 9.`);
}

function saslOf(env: Environment): KafkaSettings['sasl'] {
  const [username, password] = [env['KAFKA_USERNAME'], env['KAFKA_PASSWORD']];
  if (!username && !password) return null;
  if (username && password) return { username, password };
  const missing = username ? 'KAFKA_PASSWORD' : 'KAFKA_USERNAME';
  throw new ConfigRefused(`${missing} ontbreekt / is missing.`);
}

function oinOf(env: Environment, isDemonstration: boolean): string {
  const text = env['INTEKENBOEK_OIN'] ?? (isDemonstration || !env['KAFKA_BROKERS'] ? DEMONSTRATION_OIN : '');
  if (/^\d{20}$/.test(text)) return text;
  throw new ConfigRefused(
    `INTEKENBOEK_OIN=${text}: geef het OIN van uw organisatie, 20 cijfers / give the OIN of your organisation, 20 digits.`,
  );
}

function publicAddressOf(env: Environment): string | null {
  const text = env['INTEKENBOEK_ADDRESS'];
  if (!text) return null;
  if (/^https?:\/\/[^\s/?#]+(\/[^\s?#]*)?$/.test(text)) return text.replace(/\/+$/, '');
  throw new ConfigRefused(
    `INTEKENBOEK_ADDRESS=${text}: geef een adres / give an address: https://intekenboek.example`,
  );
}

function identityOf(env: Environment): IdentitySettings {
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

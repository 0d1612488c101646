import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { ArgumentRefused } from './command-failed';

/** Where a log is, as the operator gave it. */
export type LogAddress = (
  | { readonly kind: 'SQLITE'; readonly file: string }
  | { readonly kind: 'POSTGRES'; readonly url: string }
  | { readonly kind: 'KURRENTDB'; readonly url: string }
) & {
  /** For people: without password and options. */
  readonly shown: string;
};

const POSTGRES = /^postgres(ql)?:\/\/./;
const KURRENTDB = /^(kurrentdb|kurrent|kdb|esdb)(\+discover)?:\/\/./;
const HOSTS = /^[\w.-]+(:\d+)?(,[\w.-]+(:\d+)?)*(\/[\w-]*)?$/;
const SETTING = /^[A-Z][A-Z0-9_]*$/;

/**
 * Reads the address that was given with `option`. It may be the name of a setting that holds it, so that a password
 * need not stand on the command line, where others on the machine see it.
 * @throws ArgumentRefused that never repeats the address: a mistake may be in the middle of a password.
 */
export function logAddress(
  option: string,
  given: string,
  { env, folder }: { readonly env: Readonly<Record<string, string | undefined>>; readonly folder: string },
): LogAddress {
  const text = SETTING.test(given) ? settingOf(option, given, env) : given;
  if (POSTGRES.test(text)) return { kind: 'POSTGRES', url: text, shown: withoutSecrets(text) };
  if (KURRENTDB.test(text)) return { kind: 'KURRENTDB', url: text, shown: withoutSecrets(text) };
  if (/^sqlite:./.test(text)) {
    const file = logFileOf(resolve(folder, text.slice('sqlite:'.length)));
    return { kind: 'SQLITE', file, shown: `sqlite:${file}` };
  }
  throw new ArgumentRefused({
    nl: `${option}: dit is geen adres van een logboek. Geef sqlite:<map of bestand>, postgres://…, kurrentdb://… of de naam van een instelling waar het in staat (DATABASE_URL).`,
    en: `${option}: this is no address of a log. Give sqlite:<folder or file>, postgres://…, kurrentdb://… or the name of a setting that holds it (DATABASE_URL).`,
  });
}

function settingOf(option: string, name: string, env: Readonly<Record<string, string | undefined>>): string {
  const value = env[name];
  if (value) return value;
  throw new ArgumentRefused({
    nl: `${option}: de instelling ${name} is leeg. Geef haar een waarde (${name}=… npm run operator -- …), of geef het adres zelf.`,
    en: `${option}: the setting ${name} is empty. Give it a value (${name}=… npm run operator -- …), or give the address itself.`,
  });
}

/** A data folder holds its log as `log.sqlite`. */
function logFileOf(path: string): string {
  const found = statSync(path, { throwIfNoEntry: false });
  const isFile = found === undefined ? path.endsWith('.sqlite') : found.isFile();
  return isFile ? path : join(path, 'log.sqlite');
}

/**
 * Scheme, hosts and database only. Whatever stands before the last @ is left out, because in a password that was not
 * encoded well any sign may occur; so is everything, when what is left does not look like hosts.
 */
function withoutSecrets(url: string): string {
  const scheme = url.slice(0, url.indexOf('://'));
  const place = url.slice(scheme.length + '://'.length);
  const [hosts = ''] = place.slice(place.lastIndexOf('@') + 1).split(/[?#]/);
  return `${scheme}://${HOSTS.test(hosts) ? hosts : '…'}`;
}

import { parse } from 'yaml';
import { read } from './workspace';

/** One container of a Compose file, as far as the rules speak about it. */
export interface Container {
  readonly image?: string;
  readonly command?: string | readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly healthcheck?: { readonly test?: readonly string[]; readonly disable?: boolean };
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly networks?: readonly string[];
  readonly network_mode?: string;
  readonly volumes?: readonly string[];
  readonly ports?: readonly string[];
  readonly restart?: string;
  readonly read_only?: boolean;
  readonly cap_drop?: readonly string[];
  readonly security_opt?: readonly string[];
  readonly stop_grace_period?: string;
  readonly deploy?: {
    readonly resources?: { readonly limits?: { readonly cpus?: string; readonly memory?: string } };
  };
}

export interface ComposeFile {
  readonly services: Readonly<Record<string, Container>>;
  readonly networks: Readonly<Record<string, { readonly internal?: boolean }>>;
  readonly volumes: Readonly<Record<string, unknown>>;
}

// Aliases are how a Compose file says a thing once; the file is our own, so their number needs no bound.
export const composeFileOf = (text: string): ComposeFile =>
  parse(text, { merge: true, maxAliasCount: -1 }) as ComposeFile;

const VARIABLE = /\$\$|\$\{(\w+)(?::([-?])([^}]*))?\}/g;

/** The variables that a Compose file takes from `.env`. */
export const variablesIn = (text: string): ReadonlySet<string> =>
  new Set([...text.matchAll(VARIABLE)].flatMap(([, name]) => (name === undefined ? [] : [name])));

/** The text with its variables filled in, as Compose does it. @throws Error naming a variable that must have a value. */
export const filledIn = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(VARIABLE, (_, name?: string, kind?: string, rest = '') => {
    if (name === undefined) return '$';
    const value = values[name] ?? '';
    if (value !== '') return value;
    if (kind === '?') throw new Error(`${name} must have a value.`);
    return kind === '-' ? String(rest) : '';
  });

const LINE = /^#?([A-Z_]+)=(.*)$/gm;

/** What `.env.example` names, also behind a comment sign, with its values. */
export const exampleSettings: Readonly<Record<string, string>> = Object.fromEntries(
  [...read('infra/compose/.env.example').matchAll(LINE)].map(([, name = '', value = '']) => [name, value]),
);

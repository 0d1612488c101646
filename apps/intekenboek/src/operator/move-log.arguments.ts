import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';

import { type LogAddress, logAddress } from './log-address';
import { ArgumentRefused, type OperatorDesk, type Text } from './operator-command';

export interface MoveAsked {
  readonly from: LogAddress;
  readonly to: LogAddress;
  /** Only compare what is there. */
  readonly verifiesOnly: boolean;
}

const OPTIONS = {
  from: { type: 'string' },
  to: { type: 'string' },
  'verify-only': { type: 'boolean' },
} as const;

/** @throws ArgumentRefused naming the argument. */
export function moveAsked(args: readonly string[], desk: Pick<OperatorDesk, 'env' | 'folder'>): MoveAsked {
  const given = optionsIn(args);
  const from = logAddress('--from', required('--from', given.get('--from')), desk);
  const to = logAddress('--to', required('--to', given.get('--to')), desk);
  const verifiesOnly = given.has('--verify-only');
  requireThere('--from', from);
  if (verifiesOnly) requireThere('--to', to);
  if (placeOf(from) === placeOf(to)) throw new ArgumentRefused(SAME_PLACE);
  return { from, to, verifiesOnly };
}

function optionsIn(args: readonly string[]): ReadonlyMap<string, string | undefined> {
  // Not strict: its own messages repeat what was given, and that may be an address with a password.
  const { tokens } = parseArgs({ args: [...args], options: OPTIONS, strict: false, tokens: true });
  const given = new Map<string, string | undefined>();
  for (const token of tokens) {
    if (token.kind !== 'option') throw new ArgumentRefused(NAMELESS);
    const { name, rawName, value } = token;
    if (!(name in OPTIONS)) throw unknownOption(rawName);
    given.set(rawName, name === 'verify-only' ? undefined : required(rawName, value));
  }
  return given;
}

function required(option: string, value: string | undefined): string {
  if (value && !value.startsWith('--')) return value;
  throw new ArgumentRefused({
    nl: `${option} ontbreekt: geef het adres van een logboek (${option} sqlite:./data).`,
    en: `${option} is missing: give the address of a log (${option} sqlite:./data).`,
  });
}

/** A store makes an empty log where there is none; a mistake in a path must not pass for that. */
function requireThere(option: string, address: LogAddress): void {
  if (address.kind !== 'SQLITE' || existsSync(address.file)) return;
  throw new ArgumentRefused({
    nl: `${option}: ${address.file} bestaat niet. Geef de map met gegevens of het bestand van het logboek.`,
    en: `${option}: ${address.file} does not exist. Give the data folder or the file of the log.`,
  });
}

const placeOf = (address: LogAddress): string => (address.kind === 'SQLITE' ? address.file : address.url);

const NAMELESS: Text = {
  nl: 'Een argument zonder naam: zet er --from of --to voor.',
  en: 'An argument without a name: put --from or --to before it.',
};

const SAME_PLACE: Text = {
  nl: '--to: dit is hetzelfde logboek als --from. Geef de plaats van het nieuwe logboek.',
  en: '--to: this is the same log as --from. Give the place of the new log.',
};

const unknownOption = (option: string): ArgumentRefused =>
  new ArgumentRefused({
    nl: `${option}: onbekende optie. Er is: --from, --to, --verify-only.`,
    en: `${option}: unknown option. There is: --from, --to, --verify-only.`,
  });

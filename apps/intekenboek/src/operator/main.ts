import { systemClock } from '@intekenboek/platform-nest';
import type { LogEntry } from '@intekenboek/platform-sql';

import { openLog } from './open-log';
import type { Language, Text } from './operator-command';
import { operatorCommands } from './operator-commands';
import { runOperator, withoutPasswords } from './run-operator';

/** As the scripts choose it: Dutch when the system is Dutch, otherwise English. */
function languageOf(env: NodeJS.ProcessEnv): Language {
  const language = env['INTEKENBOEK_LANG'] || env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
  return language.toLowerCase().startsWith('nl') ? 'nl' : 'en';
}

/** What an engine tells while it works, where it matters to who waits. */
function tell({ level, message }: LogEntry): void {
  if (level !== 'info') console.error(message);
}

// The client of KurrentDB warns with the whole address when it does not know an option in it.
console.warn = (...texts: readonly unknown[]) => console.error(withoutPasswords(texts.join(' ')));

async function main(): Promise<void> {
  const language = languageOf(process.env);
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());
  process.exitCode = await runOperator(process.argv.slice(2), operatorCommands, {
    env: process.env,
    clock: systemClock,
    folder: process.cwd(),
    signal: stop.signal,
    say: (text: Text) => console.log(text[language]),
    complain: (text: Text) => console.error(text[language]),
    openLog: (address) => openLog(address, { clock: systemClock, log: tell }),
  });
}

void main();

import type {
  ImportRefused,
  LogDifference,
  MoveProgress,
  MoveRefused,
  MoveReport,
} from '@intekenboek/event-sourcing-core';
import { basename, dirname } from 'node:path';

import type { LogAddress } from './log-address';
import type { Language, Text } from './operator-command';

export const PURPOSE: Text = {
  nl: 'verhuist het logboek naar een andere opslag, en rekent na of alles er is',
  en: 'moves the log to another store, and checks that all of it is there',
};

export const USAGE: Text = {
  nl: `Gebruik: npm run operator -- move-log --from <adres> --to <adres> [--verify-only]

Kopieert alle gebeurtenissen van een logboek naar een leeg logboek in een andere opslag, in dezelfde volgorde en
precies zoals ze zijn vastgelegd, en rekent daarna beide logboeken na. Stop eerst alle diensten die in het oude
logboek schrijven. Onderbreken mag altijd: dezelfde opdracht gaat verder waar hij was.

  --from <adres>   het oude logboek; er wordt niets in veranderd
  --to <adres>     het nieuwe logboek: leeg, of een verhuizing die onderbroken is
  --verify-only    kopieer niets, reken alleen na (voordat er diensten op het nieuwe logboek draaien)

Een adres is:
  sqlite:<map of bestand>   de map met gegevens, of het bestand van het logboek
  postgres://…              een PostgreSQL-database
  kurrentdb://…             een KurrentDB-cluster; ook kurrentdb+discover://… en ?tls=…
  DATABASE_URL              de naam van een instelling waar het adres in staat: zo komt een wachtwoord niet op de
                            opdrachtregel

Uitkomst (exit code): 0 verhuisd en nagerekend; 1 niet gelukt; 2 onjuiste argumenten; 3 de logboeken verschillen of in
het oude wordt nog geschreven; 130 gestopt.`,
  en: `Usage: npm run operator -- move-log --from <address> --to <address> [--verify-only]

Copies all events of a log to an empty log in another store, in the same order and exactly as they were recorded, and
then checks both logs. First stop all services that write to the old log. It may be interrupted at any time: the same
command goes on where it was.

  --from <address>   the old log; nothing in it is changed
  --to <address>     the new log: empty, or a move that was interrupted
  --verify-only      copy nothing, only check (before any service runs on the new log)

An address is:
  sqlite:<folder or file>   the data folder, or the file of the log
  postgres://…              a PostgreSQL database
  kurrentdb://…             a KurrentDB cluster; also kurrentdb+discover://… and ?tls=…
  DATABASE_URL              the name of a setting that holds the address: so a password does not come on the command line

Outcome (exit code): 0 moved and checked; 1 it could not be done; 2 wrong arguments; 3 the logs differ or the old one is
still written to; 130 stopped.`,
};

export const beginning = (from: LogAddress, to: LogAddress): Text => ({
  nl: `Van ${from.shown} naar ${to.shown}. In het oude logboek mag nu niemand schrijven.`,
  en: `From ${from.shown} to ${to.shown}. Nobody may write to the old log now.`,
});

export const NOTHING_TO_MOVE: Text = {
  nl: '--from: dit logboek is leeg, er is niets te verhuizen. Is dit het juiste adres?',
  en: '--from: this log is empty, there is nothing to move. Is this the right address?',
};

const PHASES: Readonly<Record<MoveProgress['phase'], Text>> = {
  FIND_PLACE: { nl: 'Nagaan wat er al is', en: 'Looking what is there already' },
  COPY: { nl: 'Kopiëren', en: 'Copying' },
  READ_SOURCE: { nl: 'Oude logboek narekenen', en: 'Checking the old log' },
  READ_TARGET: { nl: 'Nieuwe logboek narekenen', en: 'Checking the new log' },
};

export function progressLine({ phase, events, eventsPerSecond }: MoveProgress): Text {
  const line = (language: Language, words: (done: string, speed: string) => string): string =>
    `${PHASES[phase][language]}: ${words(count(events, language), count(Math.round(eventsPerSecond), language))}`;
  return {
    nl: line('nl', (done, speed) => `${done} gebeurtenissen (${speed} per seconde)`),
    en: line('en', (done, speed) => `${done} events (${speed} per second)`),
  };
}

export const same = ({ events, streams, hash }: MoveReport): Text => ({
  nl: `Nagerekend: beide logboeken hebben dezelfde ${count(events, 'nl')} gebeurtenissen in ${count(streams, 'nl')} stromen.\nSHA-256: ${hash}`,
  en: `Checked: both logs have the same ${count(events, 'en')} events in ${count(streams, 'en')} streams.\nSHA-256: ${hash}`,
});

const WHY: Readonly<Record<LogDifference['why'], Text>> = {
  MISSING: { nl: 'ontbreekt in het nieuwe logboek', en: 'is missing in the new log' },
  EXTRA: { nl: 'staat alleen in het nieuwe logboek', en: 'is in the new log only' },
  OTHER_CONTENT: { nl: 'heeft een andere inhoud', en: 'has another content' },
  OTHER_ORDER: {
    nl: 'staat op een andere plaats in de volgorde',
    en: 'stands at another place in the order',
  },
};

export function different({ differences, differing }: MoveReport): Text {
  const lines = (language: Language, at: string): string =>
    differences
      .map(({ stream, revision, why }) => `\n  ${stream}, ${at} ${revision} ${WHY[why][language]}`)
      .join('');
  return {
    nl: `De logboeken verschillen, in ${count(differing, 'nl')} stromen:${lines('nl', 'revisie')}`,
    en: `The logs differ, in ${count(differing, 'en')} streams:${lines('en', 'revision')}`,
  };
}

export const AFTER_DIFFERENCE: Text = {
  nl: 'Gebruik het nieuwe logboek niet. Ontbreekt er alleen iets, geef dan de opdracht zonder --verify-only. Begin anders opnieuw met een leeg logboek; aan het oude is niets veranderd.',
  en: 'Do not use the new log. If something is only missing, give the command without --verify-only. Otherwise begin again with an empty log; nothing was changed in the old one.',
};

export const outrun = ({ events }: MoveReport): Text => ({
  nl: `In het oude logboek is na deze ${count(events, 'nl')} gebeurtenissen nog geschreven. Stop alle diensten die dat doen en geef dezelfde opdracht nog eens: hij haalt de rest op.`,
  en: `The old log was written to after these ${count(events, 'en')} events. Stop all services that do so and give the same command again: it takes the rest.`,
});

const REFUSED: Readonly<Record<MoveRefused['why'], (place: string) => Text>> = {
  SAME_LOG: () => ({
    nl: '--to: dit is hetzelfde logboek als --from. Geef de plaats van het nieuwe logboek.',
    en: '--to: this is the same log as --from. Give the place of the new log.',
  }),
  TARGET_AHEAD: (place) => ({
    nl: `--to: het hele oude logboek staat hier al, en er is daarna in geschreven (vanaf ${place}). Er valt niets meer te verhuizen.`,
    en: `--to: the whole old log is here already, and it was written to since (from ${place} on). There is nothing left to move.`,
  }),
  OTHER_LOG: (place) => ({
    nl: `--to: hier staat iets anders dan het begin van het oude logboek (vanaf ${place}). Geef een leeg logboek.`,
    en: `--to: this holds something else than the beginning of the old log (from ${place} on). Give an empty log.`,
  }),
};

export const refused = ({ why, place = '' }: MoveRefused): Text => REFUSED[why](place);

export const importRefused = ({ stream, revision, why }: ImportRefused): Text => ({
  nl: `--to: dit logboek neemt revisie ${revision} van ${stream} niet op (${why}): er staat iets anders dan in het oude logboek. Begin opnieuw met een leeg logboek.`,
  en: `--to: this log does not take revision ${revision} of ${stream} (${why}): it holds something else than the old log. Begin again with an empty log.`,
});

/** With which settings the services find the new log, and what to know when they start. */
export function nextSteps(from: LogAddress, to: LogAddress): Text {
  const start = startingOn(to);
  return {
    nl: `Nu:
  1. Start de diensten op het nieuwe logboek: ${start.nl}
  2. De leesmodellen worden dan vanzelf opnieuw opgebouwd. De relay stuurt alle berichten nog eens, met dezelfde ids.
  3. Start nooit meer een dienst op het oude logboek. Bewaar het tot alles op het nieuwe draait en daar een reservekopie
     van is: ${from.shown}`,
    en: `Now:
  1. Start the services on the new log: ${start.en}
  2. The read models are then built anew by themselves. The relay sends all messages once more, with the same ids.
  3. Never start a service on the old log again. Keep it until everything runs on the new one and there is a backup of
     that: ${from.shown}`,
  };
}

function startingOn(to: LogAddress): Text {
  switch (to.kind) {
    case 'SQLITE':
      return startingOnFile(to.file);
    case 'POSTGRES':
      return {
        nl: `DATABASE_URL=${to.shown}, zonder KURRENTDB_URL`,
        en: `DATABASE_URL=${to.shown}, without KURRENTDB_URL`,
      };
    case 'KURRENTDB':
      return {
        nl: `KURRENTDB_URL=${to.shown}, met DATABASE_URL voor de leesmodellen`,
        en: `KURRENTDB_URL=${to.shown}, with DATABASE_URL for the read models`,
      };
  }
}

function startingOnFile(file: string): Text {
  const settings = `INTEKENBOEK_DATA=${dirname(file)}`;
  const isNamed = basename(file) === 'log.sqlite';
  return {
    nl: `${settings}, zonder DATABASE_URL en KURRENTDB_URL${isNamed ? '' : '; noem het bestand dan log.sqlite'}`,
    en: `${settings}, without DATABASE_URL and KURRENTDB_URL${isNamed ? '' : '; call the file log.sqlite then'}`,
  };
}

const count = (number: number, language: Language): string => new Intl.NumberFormat(language).format(number);

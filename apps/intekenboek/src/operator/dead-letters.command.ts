import { parseArgs } from 'node:util';

import {
  type DeadLetter,
  type MessageBus,
  NotResubmitted,
  resubmit,
} from '@intekenboek/messaging-application';
import { ConfigRefused, openBus, readSettings } from '@intekenboek/product-composition';

import type { OperatorCommand, OperatorDesk } from './operator-command';
import { ArgumentRefused, CommandFailed, EXIT, type Exit } from './command-failed';
import { readDeadLetters } from './read-dead-letters';

const SHOWN_MAX = 50;

/** Reads messages that were put aside, and offers one again. */
export const deadLettersCommand: OperatorCommand = {
  name: 'dead-letters',
  purpose: {
    nl: 'lees berichten die niet aanvaard zijn, en bied er een opnieuw aan',
    en: 'read messages that were not accepted, and offer one again',
  },
  usage: {
    nl: `Gebruik: npm run operator -- dead-letters
         npm run operator -- dead-letters --id <id>
         npm run operator -- dead-letters --resubmit <id> --authorization <INSTELLING>

Toont de laatste ${SHOWN_MAX} berichten die niet aanvaard zijn, met waarom; met --id één bericht helemaal, met het
oorspronkelijke bericht en wat te doen. --resubmit biedt het oorspronkelijke bericht opnieuw aan. De INSTELLING bevat
"Bearer <token>" van iemand die voor de partij mag melden. Wat al aanvaard was, wordt niet nog eens gedaan.`,
    en: `Usage: npm run operator -- dead-letters
       npm run operator -- dead-letters --id <id>
       npm run operator -- dead-letters --resubmit <id> --authorization <SETTING>

Shows the last ${SHOWN_MAX} messages that were not accepted, with why; with --id all of one, with the original message
and what to do. --resubmit offers the original again. The SETTING holds "Bearer <token>" of somebody who may report for
the party. What was accepted before is not done again.`,
  },
  async run(args, desk) {
    const asked = askedIn(args, desk);
    const { kafka } = settingsOf(desk);
    const bus = await openBus(kafka, {
      reach: (_setting, open) => open(),
      log: ({ level, message }) => {
        if (level === 'error') desk.complain({ nl: message, en: message });
      },
    });
    try {
      return await tell(asked, bus, desk);
    } finally {
      await bus.close();
    }
  },
};

interface Asked {
  readonly id: string | null;
  /** With what to offer it again; null: only show. */
  readonly authorization: string | null;
}

function askedIn(args: readonly string[], { env }: OperatorDesk): Asked {
  const options = {
    id: { type: 'string' },
    resubmit: { type: 'string' },
    authorization: { type: 'string' },
  } as const;
  const {
    id,
    resubmit: again,
    authorization,
  } = valuesOf(() => parseArgs({ args: [...args], options }).values);
  if (again === undefined) {
    if (authorization !== undefined) throw new ArgumentRefused(WHICH);
    return { id: id ?? null, authorization: null };
  }
  const token = env[authorization ?? ''];
  if (!token?.startsWith('Bearer ')) throw new ArgumentRefused(NO_TOKEN);
  return { id: again, authorization: token };
}

function valuesOf<T>(parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new ArgumentRefused({ nl: message, en: message });
  }
}

function settingsOf({ env, folder }: OperatorDesk) {
  try {
    const { kafka } = readSettings(env, folder);
    if (kafka !== null) return { kafka };
  } catch (error) {
    if (!(error instanceof ConfigRefused)) throw error;
    throw new ArgumentRefused({ nl: error.message, en: error.message });
  }
  throw new ArgumentRefused(NO_BROKERS);
}

async function tell({ id, authorization }: Asked, bus: MessageBus, desk: OperatorDesk): Promise<Exit> {
  const letters = await readDeadLetters(bus, desk.signal);
  if (id === null) {
    if (letters.length === 0) desk.say(NONE);
    for (const letter of letters.slice(-SHOWN_MAX)) desk.say(lineOf(letter));
    return EXIT.done;
  }
  const letter = letters.findLast((one) => one.id === id);
  if (letter === undefined) throw new CommandFailed(UNKNOWN);
  if (authorization === null) {
    const whole = JSON.stringify(letter, null, 2);
    desk.say({ nl: whole, en: whole });
    return EXIT.done;
  }
  await resubmit(letter, bus, authorization).catch((error: unknown) => {
    if (!(error instanceof NotResubmitted)) throw error;
    throw new CommandFailed({ nl: error.message, en: error.message });
  });
  desk.say(RESUBMITTED);
  return EXIT.done;
}

const lineOf = ({ id, time, data }: DeadLetter) => {
  const { topic, partition, offset } = data.origin;
  const codes = data.problems.map(({ code }) => code).join(' ');
  const line = `${time}  ${id}  ${data.reason} ${codes}  ${topic} ${partition}/${offset}`;
  return { nl: line, en: line };
};

const WHICH = {
  nl: '--authorization hoort bij --resubmit <id>.',
  en: '--authorization goes with --resubmit <id>.',
};
const NO_TOKEN = {
  nl: '--authorization: geef de naam van een instelling met "Bearer <token>" van iemand die voor de partij mag melden.',
  en: '--authorization: give the name of a setting that holds "Bearer <token>" of somebody who may report for the party.',
};
const NO_BROKERS = {
  nl: 'KAFKA_BROKERS ontbreekt: noem de brokers waar de berichten staan.',
  en: 'KAFKA_BROKERS is missing: name the brokers that hold the messages.',
};
const NONE = {
  nl: 'Er zijn geen berichten die niet aanvaard zijn.',
  en: 'There are no messages that were not accepted.',
};
const UNKNOWN = {
  nl: 'Dit kenmerk is er niet (meer). De lijst: npm run operator -- dead-letters',
  en: 'There is no letter with this id (any more). The list: npm run operator -- dead-letters',
};
const RESUBMITTED = {
  nl: 'Opnieuw aangeboden. Wordt het weer niet aanvaard, dan komt het terug in de lijst.',
  en: 'Offered again. If it is not accepted again, it comes back in the list.',
};

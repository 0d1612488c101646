import {
  Background,
  createLoadingMonitor,
  foundationOn,
  type Ground,
  keepReadModels,
  leased,
} from '@intekenboek/product-composition';
import { loadDemonstration } from '@intekenboek/product-demonstration';

import {
  ArgumentRefused,
  CommandFailed,
  EXIT,
  type OperatorCommand,
  type OperatorDesk,
} from './operator-command';
import { withGround } from './with-product';

/** Fills an empty log with the demonstration nation, also where services run apart. */
export const loadDemonstrationCommand: OperatorCommand = {
  name: 'load-demonstration',
  purpose: {
    nl: 'vul een leeg logboek met de demonstratie',
    en: 'fill an empty log with the demonstration nation',
  },
  usage: {
    nl: `Gebruik: npm run operator -- load-demonstration

Vult het logboek dat de instellingen noemen (DATABASE_URL, KURRENTDB_URL, anders de map INTEKENBOEK_DATA) met de
demonstratie, via dezelfde opdrachten als gebruikers. Een logboek waarin al iemand werkt blijft zoals het is. De diensten
mogen aan staan, behalve de monitor; afgebroken laden gaat verder waar het was.`,
    en: `Usage: npm run operator -- load-demonstration

Fills the log that the settings name (DATABASE_URL, KURRENTDB_URL, otherwise the folder INTEKENBOEK_DATA) with the
demonstration nation, through the same commands as users send. A log in which somebody works already is left as it is.
The services may run, but for the monitor; a load that was broken off goes on where it was.`,
  },
  run: (args, desk) => {
    if (args.length > 0) throw new ArgumentRefused(NO_ARGUMENTS);
    return withGround(desk, async (ground, { isDemonstration, dataFolder }) => {
      if (!isDemonstration) throw new CommandFailed(NO_DEMONSTRATION);
      const kept = await keepReadModels(ground, {});
      const { background, failed } = backgroundOn(ground);
      for (const task of kept.tasks) background.start(task);
      try {
        const foundation = foundationOn(ground, kept.readModels);
        const tell = (nl: string, en: string) => desk.say({ nl, en });
        const load = { foundation, monitor: createLoadingMonitor(foundation), dataFolder, tell };
        const loading = insteadOfMonitor(ground, desk, async () => {
          await loadDemonstration(load);
          await kept.readModels.caughtUp();
        });
        await Promise.race([loading, failed]);
        desk.say(READY);
        return EXIT.done;
      } finally {
        await background.stop();
        await kept.readModels.stop();
      }
    });
  },
};

/** The past is judged day by day; a monitor that judges the present meanwhile would close what is not yet told. */
async function insteadOfMonitor(
  ground: Ground,
  desk: OperatorDesk,
  work: () => Promise<void>,
): Promise<void> {
  const done = new AbortController();
  const waiting = setTimeout(() => desk.say(WAITING), WAITING_TOLD_AFTER_MS);
  let outcome = Promise.reject<void>(new CommandFailed(NOT_BEGUN));
  outcome.catch(() => undefined);
  const once = async () => {
    clearTimeout(waiting);
    outcome = work();
    await outcome.catch(() => undefined);
    done.abort();
  };
  await leased(ground, 'monitor', once).run(AbortSignal.any([done.signal, desk.signal]));
  clearTimeout(waiting);
  await outcome;
}

function backgroundOn({ log }: Ground) {
  let fail: (error: unknown) => void = () => undefined;
  const failed = new Promise<never>((_, reject) => (fail = reject));
  return { background: new Background(log, (error) => fail(error)), failed };
}

const WAITING_TOLD_AFTER_MS = 2_000;

const WAITING = {
  nl: 'De monitor is aan het werk. Stop die dienst zolang de demonstratie geladen wordt.',
  en: 'The monitor is at work. Stop that service while the demonstration is being loaded.',
};
const NOT_BEGUN = {
  nl: 'Niets geladen: de monitor bleef aan het werk. Stop die dienst en begin opnieuw.',
  en: 'Nothing was loaded: the monitor remained at work. Stop that service and begin again.',
};
const NO_ARGUMENTS = {
  nl: 'load-demonstration heeft geen argumenten.',
  en: 'load-demonstration takes no arguments.',
};
const NO_DEMONSTRATION = {
  nl: 'INTEKENBOEK_DEMONSTRATION=false: in een echt logboek hoort geen demonstratie. Zet de instelling op true.',
  en: 'INTEKENBOEK_DEMONSTRATION=false: no demonstration belongs in a real log. Set it to true.',
};
const READY = {
  nl: 'De demonstratie staat in het logboek en in de leesmodellen.',
  en: 'The demonstration nation is in the log and in the read models.',
};

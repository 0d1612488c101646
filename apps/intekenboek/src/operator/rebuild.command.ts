import { requestRebuild } from '@intekenboek/platform-sql';
import { allReadModels } from '@intekenboek/product-composition';

import { ArgumentRefused, CommandFailed, EXIT, type OperatorCommand } from './operator-command';
import { withGround } from './with-product';

const NAMES = allReadModels.map(({ name }) => name);

/** Has a read model built anew by the projector, beside the one that answers. */
export const rebuildCommand: OperatorCommand = {
  name: 'rebuild',
  purpose: { nl: 'bouw een leesmodel opnieuw op', en: 'have a read model built anew' },
  usage: {
    nl: `Gebruik: npm run operator -- rebuild <leesmodel>|all

Vraagt de projector een leesmodel opnieuw op te bouwen uit het logboek, naast het model dat antwoordt. Voor leesmodellen
op een server (DATABASE_URL of READ_MODELS_URL); alles in één proces: npm start -- --rebuild.
Leesmodellen: ${NAMES.join(', ')}`,
    en: `Usage: npm run operator -- rebuild <read model>|all

Asks the projector to build a read model anew from the log, beside the one that answers. For read models on a server
(DATABASE_URL or READ_MODELS_URL); everything in one process: npm start -- --rebuild.
Read models: ${NAMES.join(', ')}`,
  },
  run: (args, desk) => {
    const [name = '', ...more] = args;
    const names = name === 'all' ? NAMES : NAMES.filter((known) => known === name);
    if (more.length > 0 || names.length === 0) throw new ArgumentRefused(WHICH);
    return withGround(desk, async ({ database }) => {
      if (database.kind === 'PGLITE') throw new CommandFailed(EMBEDDED);
      for (const one of names) {
        await requestRebuild(database, one);
        desk.say({
          nl: `Gevraagd: ${one}. De projector meldt in zijn logboek wanneer het klaar is.`,
          en: `Asked for: ${one}. The projector tells in its log when it is done.`,
        });
      }
      return EXIT.done;
    });
  },
};

const WHICH = {
  nl: `Geef één leesmodel, of all: ${NAMES.join(', ')}.`,
  en: `Give one read model, or all: ${NAMES.join(', ')}.`,
};
const EMBEDDED = {
  nl: 'De leesmodellen staan in de map van één proces. Start dat opnieuw: npm start -- --rebuild.',
  en: 'The read models are in the folder of one process. Start that again: npm start -- --rebuild.',
};

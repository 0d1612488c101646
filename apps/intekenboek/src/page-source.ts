import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { municipalitiesOn } from '@intekenboek/reference-data-facts';

import type { Config } from './config';
import type { Foundation } from './foundation';
import type { PageFact, PageModel, PageModelSource } from './page/page-model';
import { EXAMPLES, WALK_THROUGH } from './demonstration/walk-through';

const manifest = JSON.parse(readFileSync(join(__dirname, '../../../package.json'), 'utf8')) as {
  version: string;
};

/** What the first page tells: counted at every request, because it changes. */
export const pageModelSource = (config: Config, foundation: Foundation): PageModelSource => ({
  async read(): Promise<PageModel> {
    return {
      isDemonstration: config.isDemonstration,
      version: manifest.version,
      facts: await factsOf(foundation),
      walkThrough: config.loadsNation ? WALK_THROUGH : [],
      examples: EXAMPLES,
      documentation: [],
    };
  },
});

async function factsOf({ clock, stores, engine }: Foundation): Promise<readonly PageFact[]> {
  const isServing = engine.status().every(({ serving }) => serving === 'SERVING');
  const count = isServing ? (await stores.parties.list({}, 1, null)).totalCount : null;
  return [
    {
      label: { nl: 'Gemeenten vandaag', en: 'Municipalities today' },
      value: String(municipalitiesOn(clock.today()).length),
    },
    {
      label: { nl: 'Partijen in het register', en: 'Parties in the register' },
      value: count === null ? '…' : String(count),
    },
  ];
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { municipalitiesOn } from '@intekenboek/reference-data-facts';

import type { Foundation } from '@intekenboek/product-composition';
import type { PageFact, PageModel, PageModelSource } from '@intekenboek/product-public-http';
import { EXAMPLES, WALK_THROUGH } from './walk-through';

const manifest = JSON.parse(readFileSync(join(__dirname, '../../../../package.json'), 'utf8')) as {
  version: string;
};

/** What the first page may speak of. */
interface Shows {
  readonly isDemonstration: boolean;
  /** Whether the demonstration nation is in the log. */
  readonly nation: boolean;
}

/** What the first page tells: counted at every request, because it changes. */
export const pageModelSource = (shows: Shows, foundation: Foundation): PageModelSource => ({
  async read(): Promise<PageModel> {
    return {
      isDemonstration: shows.isDemonstration,
      version: manifest.version,
      facts: await factsOf(foundation),
      walkThrough: shows.nation ? WALK_THROUGH : [],
      examples: EXAMPLES,
      documentation: [],
    };
  },
});

async function factsOf({ clock, stores, readModels }: Foundation): Promise<readonly PageFact[]> {
  const isServing = readModels.status().every(({ serving }) => serving === 'SERVING');
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

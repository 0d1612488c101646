import { newPostgresDatabase, type PostgresDatabase } from '@intekenboek/event-sourcing-testing';

import { latencyOfTiers } from './readable-latency';
import { besideEmmett } from './store-beside-emmett';
import type { Measured, StorePart } from './store-part';

// The stores of the tiers with servers, part by part; each part prints its table. After all of them come the figures
// once more, a line of JSON each. `npm run bench -- store speed` runs the parts that are named.

const PARTS: Readonly<Record<string, StorePart>> = { speed: besideEmmett, latency: latencyOfTiers };

async function main(): Promise<void> {
  const server = process.env['DATABASE_URL'];
  if (!server) {
    throw new Error(
      'Say on which server: DATABASE_URL=postgres://postgres@127.0.0.1:5432/postgres npm run bench -- store',
    );
  }
  const asked = process.argv.slice(2);
  const databases: PostgresDatabase[] = [];
  const newDatabase = async () => {
    const database = await newPostgresDatabase(server);
    databases.push(database);
    return database.url;
  };
  const figures: Measured[] = [];
  try {
    for (const [name, part] of Object.entries(PARTS)) {
      if (asked.length > 0 && !asked.includes(name)) continue;
      figures.push(...(await part({ newDatabase })).map((measured) => ({ part: name, ...measured })));
    }
  } finally {
    for (const database of databases) await database.drop();
  }
  for (const measured of figures) console.log(JSON.stringify(measured));
}

main().then(
  // A connection that a peer left open must not keep this process.
  () => process.exit(0),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);

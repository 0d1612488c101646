import { describeWithServer, expectNothingLostByKills, wallClock } from '@intekenboek/event-sourcing-testing';
import { join } from 'node:path';

import { openPostgresEventStore } from './postgres.event-store';
import { logDatabases, untilNobodyIsLeft } from './postgres-log.fixtures';

describeWithServer('DATABASE_URL', 'a process that appends to PostgreSQL', (server) => {
  const newDatabase = logDatabases(server);

  it('loses nothing acknowledged and keeps no half append, however often it is killed', async () => {
    const { url } = await newDatabase();
    await expectNothingLostByKills({
      script: join(__dirname, 'appending.process.ts'),
      address: url,
      open: async () => {
        await untilNobodyIsLeft(url);
        return openPostgresEventStore({ url, clock: wallClock });
      },
      kills: 12,
    });
  }, 120_000);
});

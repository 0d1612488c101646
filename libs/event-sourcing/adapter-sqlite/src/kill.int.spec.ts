import { expectNothingLostByKills, wallClock } from '@intekenboek/event-sourcing-testing';
import { join } from 'node:path';

import { newLogPath, removeFolders } from './log-file.fixtures';
import { openSqliteEventStore } from './sqlite.event-store';

afterAll(removeFolders);

it('loses nothing acknowledged and keeps no half append, however often it is killed', async () => {
  const file = newLogPath();
  await expectNothingLostByKills({
    script: join(__dirname, 'appending.process.ts'),
    address: file,
    open: () => openSqliteEventStore({ file, clock: wallClock }),
    kills: 12,
  });
}, 60_000);

import { FEED_START } from '@intekenboek/event-sourcing-core';
import { appendSome, argument, newStream, runProcess } from '@intekenboek/event-sourcing-testing';
import { writeSync } from 'node:fs';

import { openKurrentDbEventStore } from './kurrentdb.event-store';

// Started by `silence.int.spec.ts`: node … closing.process.ts <url>. Follows the feed until it is told to end.

runProcess(async () => {
  const store = await openKurrentDbEventStore({ url: argument(0), deadlineMs: 3_000 });
  process.once('SIGTERM', () => void store.close());
  await appendSome(store, newStream(), 1);
  for await (const page of store.follow(FEED_START, new AbortController().signal)) {
    if (page.length > 0) writeSync(1, 'following\n');
  }
});

import { FEED_START } from '@intekenboek/event-sourcing-core';

import type { Metrics } from './metrics';

/** Tells `metrics` one of everything; every label that is not from a closed list of ours is made by `word`. */
export function everythingHappens(metrics: Metrics, word: () => string = () => 'Some'): void {
  metrics.appended({ outcome: 'stored', seconds: 0.01, events: 1, category: word() });
  metrics.commandHandled({ operation: word(), result: 'refused', code: word(), seconds: 0.01 });
  metrics.graphqlAnswered({ kind: 'query', outcome: 'answered', seconds: 0.01 });
  metrics.pageProjected({ readModel: word(), events: 10, seconds: 0.1 });
  metrics.published({ topic: word(), messages: 2, seconds: 0.1 });
  metrics.publishingFailed(word());
  metrics.received(word());
  metrics.deadLettered(word());
  metrics.leaseHeld(word(), true);
  metrics.monitorRan({
    outcome: 'done',
    seconds: 1,
    verdicts: { [word()]: 1 },
    cases: { [word()]: 1 },
  });
}

/** Looks at a scrape at followers and read models of such names. */
export function watchNames(metrics: Metrics, names: () => readonly string[]): void {
  metrics.watchReadModels(() =>
    names().map((name) => ({ name, serving: 'SERVING', position: FEED_START, isRebuilding: false })),
  );
  metrics.watchFeed({
    eventStore: { readAll: async () => [] },
    clock: { now: () => '2026-02-02T12:00:00.000Z' as never },
    followers: () => names().map((name) => ({ name, position: FEED_START })),
  });
}

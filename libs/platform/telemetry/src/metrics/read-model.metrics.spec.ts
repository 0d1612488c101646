import { FEED_START } from '@intekenboek/event-sourcing-core';

import { createMetrics } from './metrics';
import type { ReadModelState } from './read-model.metrics';
import { scraped, valueOf } from './scraped.fixtures';

describe('the status of a read model', () => {
  const metrics = createMetrics({ service: 'projector', version: '1', ofProcess: false });
  const state = (serving: ReadModelState['serving'], isRebuilding = false): ReadModelState => ({
    name: 'agreements',
    serving,
    position: FEED_START,
    isRebuilding,
  });
  let states: readonly ReadModelState[] = [];
  metrics.watchReadModels(() => states);
  const told = async () => {
    const families = await scraped(metrics);
    const read_model = 'agreements';
    const of = (status: string) => valueOf(families, 'intekenboek_read_model_status', { read_model, status });
    return {
      status: ['serving', 'building', 'failed'].map(of),
      rebuilding: valueOf(families, 'intekenboek_read_model_rebuilding', { read_model }),
    };
  };

  it('is one of three, as it is at the moment of asking', async () => {
    states = [state('BUILDING', true)];
    expect(await told()).toEqual({ status: [0, 1, 0], rebuilding: 1 });
    states = [state('SERVING')];
    expect(await told()).toEqual({ status: [1, 0, 0], rebuilding: 0 });
    states = [state('FAILED')];
    expect(await told()).toEqual({ status: [0, 0, 1], rebuilding: 0 });
  });

  it('is not told by a process that no longer keeps read models up', async () => {
    states = [state('SERVING')];
    await told();
    states = [];
    expect(await told()).toEqual({ status: [undefined, undefined, undefined], rebuilding: undefined });
  });
});

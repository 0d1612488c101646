import type { RebuildProgress } from './read-model-engine.types';
import { RebuildMeter } from './rebuild-meter';

describe('the progress of a rebuild', () => {
  it('is told at most once a second, and at the end', () => {
    let now = 0;
    jest.spyOn(performance, 'now').mockImplementation(() => now);
    const told: RebuildProgress[] = [];
    const meter = new RebuildMeter('promises', (progress) => told.push(progress));
    for (now = 0; now < 2_500; now += 100) meter.count(1_000);
    meter.finish();
    expect(told).toEqual([
      { readModel: 'promises', eventsDone: 11_000, eventsPerSecond: 11_000, finished: false },
      { readModel: 'promises', eventsDone: 21_000, eventsPerSecond: 10_500, finished: false },
      { readModel: 'promises', eventsDone: 25_000, eventsPerSecond: 10_000, finished: true },
    ]);
  });
});

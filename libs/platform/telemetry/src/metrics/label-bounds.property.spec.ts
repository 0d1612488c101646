import fc from 'fast-check';

import { boundedLabel, OTHER_LABEL } from './bounded-label';
import { everythingHappens, watchNames } from './happenings.fixtures';
import { createMetrics } from './metrics';
import { scraped } from './scraped.fixtures';

const anyText = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.uuid(), fc.emailAddress());
const anyWord = fc.stringMatching(/^[A-Za-z][\w.-]{0,20}$/);

// All words of every list that is not closed, each at its own bound, with all buckets of its histograms.
const SERIES_MAX = 40_000;

// A word of ours, or the upper bound of a bucket.
const WORD = /^([A-Za-z][\w.-]{0,63}|[\d.]+|\+Inf)$/;

describe('the series that a server of metrics must keep', () => {
  it('are bounded, whatever comes in, and no value of a label is more than a word', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyText, { minLength: 1, maxLength: 50 }),
        fc.infiniteStream(fc.oneof(anyText, anyWord)),
        async (names, words) => {
          const metrics = createMetrics({ service: 'api', version: '1', ofProcess: false });
          watchNames(metrics, () => names);
          for (let n = 0; n < 100; n += 1) everythingHappens(metrics, () => words.next().value);
          const families = [...(await scraped(metrics)).values()];
          expect(Math.max(...families.map(({ series }) => series.length))).toBeLessThan(SERIES_MAX);
          const values = families.flatMap(({ series }) =>
            series.flatMap(({ labels }) => Object.values(labels)),
          );
          expect(values.filter((value) => !WORD.test(value))).toEqual([]);
        },
      ),
      { numRuns: 20 },
    );
  });

  it('do not grow any more once a thousand different words have come, of every kind', async () => {
    const metrics = createMetrics({ service: 'api', version: '1', ofProcess: false });
    const names: string[] = [];
    watchNames(metrics, () => names);
    let number = 0;
    const happen = async (): Promise<number> => {
      for (let n = 0; n < 500; n += 1) everythingHappens(metrics, () => `word-${(number += 1)}`);
      names.splice(0, names.length, ...Array.from({ length: 200 }, (_, n) => `name-${number + n}`));
      return [...(await scraped(metrics)).values()].reduce((sum, { series }) => sum + series.length, 0);
    };
    const before = await happen();
    expect(await happen()).toBeLessThanOrEqual(before);
    expect(before).toBeLessThan(SERIES_MAX);
  });
});

describe('a label', () => {
  it('is what was given for the first so many words, and one word for all others', () => {
    const label = boundedLabel(2);
    expect(['SIGNED', 'LATE', 'THIRD', 'SIGNED', 'THIRD'].map(label)).toEqual([
      'SIGNED',
      'LATE',
      OTHER_LABEL,
      'SIGNED',
      OTHER_LABEL,
    ]);
  });

  it('is never a text, however few words have come', () => {
    const label = boundedLabel(100);
    const texts = ['', ' ', 'Anna de Wit', 'a@example.org', '0612345678', 'x'.repeat(65), 'a"b', 'a\nb', 'é'];
    expect(new Set(texts.map(label))).toEqual(new Set([OTHER_LABEL]));
  });
});

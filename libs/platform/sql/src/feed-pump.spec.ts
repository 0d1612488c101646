import { FeedPump } from './feed-pump';
import type { FeedReader } from './feed-reader';
import type { PageWriter } from './page-writer';

describe('waiting for news', () => {
  const pump = new FeedPump({} as FeedReader, {} as PageWriter, () => undefined);

  it('ends when it is asked to, also while no read model is fed', async () => {
    const asking = new AbortController();
    const waiting = pump.wait([], asking.signal, async () => true);
    asking.abort();
    await waiting;
  });

  it('ends at once when it was asked before it began', async () => {
    const asking = new AbortController();
    asking.abort();
    await pump.wait([], asking.signal, async () => true);
  });
});

import { KeyedQueue } from './keyed-queue';

/** A task that ends when it is told to, and tells in `log` when it begins and ends. */
function openTask(log: string[], name: string) {
  let end = (): void => undefined;
  let fail = (): void => undefined;
  const told = new Promise<void>((resolve, reject) => {
    end = resolve;
    fail = () => reject(new Error(name));
  });
  const task = async () => {
    log.push(`${name} begins`);
    await told;
    log.push(`${name} ends`);
    return name;
  };
  return { task, end, fail };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('a keyed queue', () => {
  it('runs tasks of one key one after another', async () => {
    const [queue, log] = [new KeyedQueue(), [] as string[]];
    const [first, second] = [openTask(log, 'first'), openTask(log, 'second')];
    const results = [queue.run('a', first.task), queue.run('a', second.task)];
    second.end();
    await turn();
    expect(log).toEqual(['first begins']);
    first.end();
    expect(await Promise.all(results)).toEqual(['first', 'second']);
    expect(log).toEqual(['first begins', 'first ends', 'second begins', 'second ends']);
  });

  it('runs tasks of different keys side by side', async () => {
    const [queue, log] = [new KeyedQueue(), [] as string[]];
    const [one, other] = [openTask(log, 'one'), openTask(log, 'other')];
    const results = [queue.run('a', one.task), queue.run('b', other.task)];
    await turn();
    expect(log).toEqual(['one begins', 'other begins']);
    other.end();
    expect(await results[1]).toBe('other');
    one.end();
    await Promise.all(results);
  });

  it('goes on after a task that fails, and gives the failure to its sender alone', async () => {
    const [queue, log] = [new KeyedQueue(), [] as string[]];
    const [first, second] = [openTask(log, 'first'), openTask(log, 'second')];
    const results = [queue.run('a', first.task), queue.run('a', second.task)];
    first.fail();
    second.end();
    await expect(results[0]).rejects.toThrow('first');
    expect(await results[1]).toBe('second');
  });

  it('forgets a key when nothing waits for it', async () => {
    const queue = new KeyedQueue();
    const tails = (queue as unknown as { tails: Map<string, unknown> }).tails;
    const running = queue.run('a', async () => 1);
    expect(tails.size).toBe(1);
    await running;
    await Promise.allSettled([queue.run('b', async () => Promise.reject(new Error('no')))]);
    expect(tails.size).toBe(0);
  });
});

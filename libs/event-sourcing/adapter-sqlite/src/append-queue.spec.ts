import { AppendQueue } from './append-queue';

const echo = (tasks: readonly number[]) => tasks.map((answer) => ({ answer }));

describe('a queue of appends', () => {
  it('does what waits in one turn as one group, in the order it came', async () => {
    const commit = jest.fn(echo);
    const queue = new AppendQueue(commit);
    expect(await Promise.all([1, 2, 3].map((n) => queue.add(n, 10)))).toEqual([1, 2, 3]);
    await queue.add(4, 10);
    expect(commit.mock.calls).toEqual([[[1, 2, 3]], [[4]]]);
  });

  it('leaves a turn to others between groups of 2,000 appends or 8 MiB', async () => {
    const commit = jest.fn(echo);
    const queue = new AppendQueue(commit);
    const many = Array.from({ length: 4_500 }, (_, n) => queue.add(n, 1));
    await Promise.all(many);
    expect(commit.mock.calls.map(([tasks]) => tasks.length)).toEqual([2_000, 2_000, 500]);

    commit.mockClear();
    await Promise.all(Array.from({ length: 20 }, (_, n) => queue.add(n, 1_048_576)));
    expect(commit.mock.calls.map(([tasks]) => tasks.length)).toEqual([7, 7, 6]);
  });

  it('refuses at once when more than 64 MiB would wait, and takes again when it has been written', async () => {
    const queue = new AppendQueue(echo);
    const waiting = Array.from({ length: 6 }, (_, n) => queue.add(n, 10_000_000));
    expect(() => queue.add(6, 10_000_000)).toThrow('Send again in a moment');
    expect(await Promise.all(waiting)).toEqual([0, 1, 2, 3, 4, 5]);
    const later = Array.from({ length: 6 }, (_, n) => queue.add(n, 10_000_000));
    expect(await Promise.all(later)).toHaveLength(6);
  });

  it('answers each with its own outcome, and all alike when the group fails', async () => {
    const queue = new AppendQueue<number, number>((tasks) => {
      if (tasks.includes(9)) throw new Error('The disk is full.');
      return tasks.map((task) => (task === 2 ? { error: new Error('Refused.') } : { answer: task }));
    });
    const outcomes = await Promise.allSettled([queue.add(1, 1), queue.add(2, 1), queue.add(3, 1)]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    const failed = await Promise.allSettled([queue.add(1, 1), queue.add(9, 1)]);
    expect(failed.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  });
});

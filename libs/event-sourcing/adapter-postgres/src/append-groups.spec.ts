import type { GroupOutcome, StreamName } from '@intekenboek/event-sourcing-core';

import { AppendGroups } from './append-groups';

interface Task {
  readonly stream: StreamName;
  readonly name: string;
}

const task = (name: string, stream: StreamName = `stream-${name}`): Task => ({ stream, name });

/** Groups under way, each ended by hand. */
function groups(groupsMax = 1) {
  const started: { readonly names: readonly string[]; readonly end: (fault?: Error) => void }[] = [];
  const commit = (tasks: readonly Task[]) =>
    new Promise<readonly GroupOutcome<string>[]>((resolve, reject) => {
      const outcomes = tasks.map(({ name }) =>
        name === 'refused' ? { error: new Error('Refused.') } : { answer: name },
      );
      started.push({
        names: tasks.map(({ name }) => name),
        end: (fault) => (fault === undefined ? resolve(outcomes) : reject(fault)),
      });
    });
  return { started, queue: new AppendGroups<Task, string>(commit, groupsMax) };
}

const nextTurn = () => new Promise((resolve) => setImmediate(resolve));
const turns = async () => {
  for (let n = 0; n < 4; n += 1) await nextTurn();
};

describe('groups of appends', () => {
  it('hold what comes in one turn, and then what came while the one before was under way', async () => {
    const { queue, started } = groups();
    const [one, two] = [queue.add(task('1'), 10), queue.add(task('2'), 10)];
    await turns();
    const later = ['3', '4', '5'].map((name) => queue.add(task(name), 10));
    await turns();
    expect(started.map(({ names }) => names)).toEqual([['1', '2']]);
    started[0]!.end();
    expect(await Promise.all([one, two])).toEqual(['1', '2']);
    await turns();
    expect(started.map(({ names }) => names)).toEqual([
      ['1', '2'],
      ['3', '4', '5'],
    ]);
    started[1]!.end();
    expect(await Promise.all(later)).toEqual(['3', '4', '5']);
  });

  it('are under way side by side, as many as there may be', async () => {
    const { queue, started } = groups(2);
    for (const name of ['1', '2', '3']) {
      void queue.add(task(name), 10);
      await turns();
    }
    expect(started.map(({ names }) => names)).toEqual([['1'], ['2']]);
    started[1]!.end();
    await turns();
    expect(started.map(({ names }) => names)).toEqual([['1'], ['2'], ['3']]);
  });

  it('never hold two appends of one stream, nor go side by side with one of it', async () => {
    const { queue, started } = groups(2);
    const one = ['1', '2', '3'].map((name) => queue.add(task(name, 'stream-one'), 10));
    void queue.add(task('other'), 10);
    await turns();
    expect(started.map(({ names }) => names)).toEqual([['1', 'other']]);
    for (const n of [0, 1, 2]) {
      started[n]!.end();
      await turns();
    }
    expect(started.map(({ names }) => names)).toEqual([['1', 'other'], ['2'], ['3']]);
    expect(await Promise.all(one)).toEqual(['1', '2', '3']);
  });

  it('are no larger than 2,000 appends or 8 MiB', async () => {
    const { queue, started } = groups(8);
    for (let n = 0; n < 4_500; n += 1) void queue.add(task(String(n)), 1);
    await turns();
    expect(started.map(({ names }) => names.length)).toEqual([2_000, 2_000, 500]);

    const large = groups(8);
    for (let n = 0; n < 20; n += 1) void large.queue.add(task(String(n)), 1_048_576);
    await turns();
    expect(large.started.map(({ names }) => names.length)).toEqual([7, 7, 6]);
  });

  it('refuse at once when more than 64 MiB would wait, and take again when it has been written', async () => {
    const { queue, started } = groups();
    const waiting = Array.from({ length: 6 }, (_, n) => queue.add(task(`${n}`, 'stream-one'), 10_000_000));
    expect(() => queue.add(task('6'), 10_000_000)).toThrow('Send again in a moment');
    for (let n = 0; n < 6; n += 1) {
      await turns();
      started[n]!.end();
    }
    expect(await Promise.all(waiting)).toEqual(['0', '1', '2', '3', '4', '5']);
    void queue.add(task('6'), 10_000_000);
    await turns();
    expect(started.at(-1)?.names).toEqual(['6']);
  });

  it('answer each with its own outcome, and all alike when nothing is known of any', async () => {
    const { queue, started } = groups();
    const mixed = [queue.add(task('1'), 1), queue.add(task('refused'), 1), queue.add(task('3'), 1)];
    await turns();
    started[0]!.end();
    const outcomes = await Promise.allSettled(mixed);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);

    const lost = [queue.add(task('4'), 1), queue.add(task('5'), 1)];
    await turns();
    started[1]!.end(new Error('The connection broke.'));
    for (const one of lost) await expect(one).rejects.toThrow('The connection broke.');
    const after = queue.add(task('4'), 1);
    await turns();
    started[2]!.end();
    expect(await after).toBe('4');
  });

  it('are idle when nothing waits and nothing is under way', async () => {
    const { queue, started } = groups();
    await queue.idle();
    const done = [queue.add(task('1', 'stream-one'), 1), queue.add(task('2', 'stream-one'), 1)];
    let isIdle = false;
    const idle = queue.idle().then(() => (isIdle = true));
    for (const n of [0, 1]) {
      await turns();
      expect(isIdle).toBe(false);
      started[n]!.end();
    }
    await Promise.all(done);
    await idle;
  });
});

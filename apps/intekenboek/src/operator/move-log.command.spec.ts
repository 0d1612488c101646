import { FEED_START, ImportRefused } from '@intekenboek/event-sourcing-core';
import { appendSome, feedAfter, newStream } from '@intekenboek/event-sourcing-testing';

import { moveLogCommand } from './move-log.command';
import { EXIT } from './operator-command';
import { DeskInMemory } from './operator-desk.fixtures';
import { runOperator } from './run-operator';

const FROM = 'postgres://me:secret@old.example/agreements';
const TO = 'kurrentdb://admin:secret@new.example:2113?tls=false';
const MOVE = ['--from', FROM, '--to', TO] as const;

async function deskWithLog(desk = new DeskInMemory(), appends = 10): Promise<DeskInMemory> {
  for (let n = 0; n < appends; n += 1) await appendSome(desk.storeAt(FROM), newStream(), 3);
  return desk;
}

const run = (desk: DeskInMemory, ...args: readonly string[]) =>
  runOperator(['move-log', ...args], [moveLogCommand], desk);

const idsOf = async (desk: DeskInMemory, url: string) =>
  (await feedAfter(desk.storeAt(url), FEED_START)).map(({ eventId }) => eventId);

describe('move-log', () => {
  it('moves the log, tells what was found and what to do next, and closes both', async () => {
    const desk = await deskWithLog();
    expect(await run(desk, ...MOVE)).toBe(EXIT.done);
    expect(await idsOf(desk, TO)).toEqual(await idsOf(desk, FROM));
    expect(desk.everythingTold).toMatch(/same 30 events in 10 streams/);
    expect(desk.everythingTold).toMatch(/SHA-256: [0-9a-f]{64}/);
    expect(desk.everythingTold).toMatch(/KURRENTDB_URL=kurrentdb:\/\/new\.example:2113, with DATABASE_URL/);
    expect(desk.everythingTold).toMatch(/Keep it until [^]*: postgres:\/\/old\.example\/agreements/);
    expect(desk.closed).toEqual([TO, FROM]);
  });

  it.each(['nl', 'en'] as const)('shows no password (%s)', async (language) => {
    const desk = await deskWithLog(new DeskInMemory(language));
    desk.lookMs = 2_000;
    await run(desk, ...MOVE);
    await appendSome(desk.storeAt(TO), newStream(), 1);
    await run(desk, ...MOVE, '--verify-only');
    await run(desk, ...MOVE);
    expect(desk.everythingTold).not.toContain('secret');
  });

  it('tells how far it is, at most once in a second', async () => {
    const desk = await deskWithLog(new DeskInMemory(), 1_500);
    await run(desk, ...MOVE);
    expect(desk.said.filter((line) => line.includes('per second'))).toEqual([]);
    const slow = await deskWithLog(new DeskInMemory(), 1_500);
    slow.lookMs = 300;
    await run(slow, ...MOVE);
    const lines = slow.said.filter((line) => line.includes('per second'));
    expect(lines[0]).toMatch(/^(Copying|Checking the old log): \d,000 events \([\d,]+ per second\)$/);
    // Five pages are copied and read twice, with a look at the clock or two for each.
    expect(lines.length).toBeLessThan(10);
  });

  it('only compares with --verify-only, and says what is missing', async () => {
    const desk = await deskWithLog();
    expect(await run(desk, ...MOVE, '--verify-only')).toBe(EXIT.incomplete);
    expect(desk.complaints.join('\n')).toMatch(
      /The logs differ, in 10 streams:\n {2}contract-.*, revision 0 is missing/,
    );
    expect(await idsOf(desk, TO)).toEqual([]);
    await run(desk, ...MOVE);
    expect(await run(desk, ...MOVE, '--verify-only')).toBe(EXIT.done);
  });

  it('does not call it done while the old log is written to, and takes the rest when it is given again', async () => {
    const desk = await deskWithLog();
    const from = desk.storeAt(FROM);
    const readStreams = from.head.bind(from);
    let asked = 0;
    from.head = async () => {
      asked += 1;
      // The first look is whether there is anything, the second whether it went on after the copy.
      if (asked === 2) await appendSome(from, newStream(), 2);
      return readStreams();
    };
    expect(await run(desk, ...MOVE)).toBe(EXIT.incomplete);
    expect(desk.complaints).toEqual([expect.stringMatching(/written to after these 30 events/)]);
    expect(desk.everythingTold).not.toMatch(/Start the services/);
    expect(await run(desk, ...MOVE)).toBe(EXIT.done);
    expect(await idsOf(desk, TO)).toEqual(await idsOf(desk, FROM));
  });

  it('refuses a target that holds something else, and leaves it alone', async () => {
    const desk = await deskWithLog();
    const stream = newStream();
    await appendSome(desk.storeAt(TO), stream, 1);
    expect(await run(desk, ...MOVE)).toBe(EXIT.failed);
    expect(desk.complaints).toEqual([expect.stringContaining(`from ${stream}@0 on`)]);
    expect(await idsOf(desk, TO)).toHaveLength(1);
    expect(desk.closed).toEqual([TO, FROM]);
  });

  it.each([
    ['--from', FROM],
    ['--to', TO],
  ])('names %s when that log cannot be opened, and closes the other', async (option, url) => {
    const desk = await deskWithLog();
    const openLog = desk.openLog.bind(desk);
    const gone = new Error('The server cannot be reached.');
    const fails: typeof openLog = (address) =>
      address.kind !== 'SQLITE' && address.url === url ? Promise.reject(gone) : openLog(address);
    expect(await runOperator(['move-log', ...MOVE], [moveLogCommand], { ...desk, openLog: fails })).toBe(
      EXIT.failed,
    );
    expect(desk.complaints).toEqual([`${option}: The server cannot be reached.`]);
    expect(desk.closed).toEqual(option === '--to' ? [FROM] : []);
  });

  it('says where the new log holds another content for an event with the same id', async () => {
    const desk = await deskWithLog();
    const [first] = await desk.storeAt(FROM).readAll(FEED_START, 1);
    await desk.storeAt(TO).importEvents([{ ...first!, data: { n: 'other' } }]);
    expect(await run(desk, ...MOVE)).toBe(EXIT.incomplete);
    expect(desk.complaints[0]).toContain(`${first!.stream}, revision 0 has another content`);
  });

  it('says which event the new log does not take', async () => {
    const desk = await deskWithLog();
    const refused = new ImportRefused('agreement-1', 4, 'ID_TAKEN');
    desk.storeAt(TO).importEvents = () => Promise.reject(refused);
    expect(await run(desk, ...MOVE)).toBe(EXIT.failed);
    expect(desk.complaints).toEqual([expect.stringMatching(/revision 4 of agreement-1 \(ID_TAKEN\)/)]);
  });

  it('refuses an empty log, because that is a mistake in the address', async () => {
    const desk = new DeskInMemory();
    expect(await run(desk, ...MOVE)).toBe(EXIT.failed);
    expect(desk.complaints).toEqual([expect.stringMatching(/^--from: this log is empty/)]);
    expect(desk.closed).toEqual([FROM]);
  });

  it('stops when it is asked to, and goes on when it is given again', async () => {
    const desk = await deskWithLog(new DeskInMemory(), 700);
    const to = desk.storeAt(TO);
    const importEvents = to.importEvents.bind(to);
    to.importEvents = async (page) => {
      await importEvents(page);
      desk.stop.abort();
    };
    expect(await run(desk, ...MOVE)).toBe(EXIT.stopped);
    expect(await idsOf(desk, TO)).toHaveLength(1_000);
    const again = new DeskInMemory();
    for (const [url, store] of desk.stores) again.stores.set(url, store);
    to.importEvents = importEvents;
    expect(await run(again, ...MOVE)).toBe(EXIT.done);
    expect(await idsOf(again, TO)).toEqual(await idsOf(again, FROM));
  });
});

describe('the arguments of move-log', () => {
  it.each([
    ['no --from', ['--to', TO], /^--from is missing/],
    ['no --to', ['--from', FROM], /^--to is missing/],
    ['--from without an address', ['--from', '--to', TO], /^--from is missing/],
    ['an unknown option', [...MOVE, '--force'], /^--force: unknown option/],
    ['an address without a name', [FROM, '--to', TO], /^An argument without a name/],
    ['a wrong address', ['--from', FROM, '--to', 'new.example'], /^--to: this is no address/],
    ['an empty setting', ['--from', 'OLD_URL', '--to', TO], /^--from: the setting OLD_URL is empty/],
    [
      'a file that is not there',
      ['--from', 'sqlite:/nowhere', '--to', TO],
      /^--from: \/nowhere\/log\.sqlite does not/,
    ],
    ['twice the same log', ['--from', FROM, '--to', FROM], /^--to: this is the same log/],
    [
      'a file to check that is not there',
      ['--from', FROM, '--to', 'sqlite:/nowhere', '--verify-only'],
      /^--to: \/nowhere\/log\.sqlite does not exist/,
    ],
  ])('are refused when there is %s, and nothing is opened', async (_, args, message) => {
    const desk = await deskWithLog();
    expect(await run(desk, ...args)).toBe(EXIT.misused);
    expect(desk.complaints[0]).toMatch(message);
    expect(desk.everythingTold).not.toContain('secret');
    expect(desk.closed).toEqual([]);
  });

  it('may name settings, so that no password stands on the command line', async () => {
    const desk = await deskWithLog();
    desk.env = { OLD_URL: FROM, KURRENTDB_URL: TO };
    expect(await run(desk, '--from', 'OLD_URL', '--to', 'KURRENTDB_URL')).toBe(EXIT.done);
  });
});

import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runScript } from './workspace';

interface Ended {
  readonly code: number | null;
  readonly output: string;
}

const script = (name: string, ...args: readonly string[]): ChildProcess =>
  spawn(process.execPath, [join(__dirname, name), ...args], { stdio: ['ignore', 'pipe', 'inherit'] });

const endOf = (child: ChildProcess): Promise<Ended> =>
  new Promise((resolve, reject) => {
    let output = '';
    child.stdout?.on('data', (data: Buffer) => (output += data.toString()));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output }));
  });

const saying = (child: ChildProcess, word: string): Promise<void> =>
  new Promise((resolve) => {
    child.stdout?.on('data', (data: Buffer) => data.toString().includes(word) && resolve());
  });

describe('setting up at the same time', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'intekenboek-lock-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is done by one process after the other', async () => {
    const args = [join(folder, 'setup.lock'), join(folder, 'log')];
    await Promise.all([1, 2, 3].map(() => endOf(script('hold-lock.mjs', ...args))));
    const log = readFileSync(join(folder, 'log'), 'utf8');
    expect(log).toBe('in\nout\nin\nout\nin\nout\n');
  });

  it('goes on when the process that was at it fell silent', async () => {
    const lock = join(folder, 'setup.lock');
    writeFileSync(lock, '1 of another machine');
    utimesSync(lock, new Date(0), new Date(0));
    const { code } = await endOf(script('hold-lock.mjs', lock, join(folder, 'log')));
    expect(code).toBe(0);
  });
});

describe('a program that a script runs', () => {
  const listening = `
    for (const signal of ['SIGINT', 'SIGTERM'])
      process.on(signal, () => {
        console.log('heard');
        setTimeout(() => process.exit(0), 100);
      });
    console.log('ready');
    setInterval(() => {}, 1000);`;

  it('hears a request to stop once, however often it is sent at a time', async () => {
    const child = script('run-program.mjs', listening);
    const end = endOf(child);
    await saying(child, 'ready');
    child.kill('SIGTERM');
    child.kill('SIGTERM');
    child.kill('SIGINT');
    expect(await end).toEqual({ code: 0, output: 'ready\nheard\nstopped\n' });
  });

  it('is ended at once by a second request', async () => {
    const child = script('run-program.mjs', listening.replace('process.exit(0)', '{}'));
    const end = endOf(child);
    await saying(child, 'ready');
    child.kill('SIGTERM');
    await saying(child, 'heard');
    // The same request in another form comes within half a second; a person needs longer to ask again.
    const again = setInterval(() => child.kill('SIGTERM'), 100);
    const { output } = await end;
    clearInterval(again);
    expect(output).toBe('ready\nheard\nsecond request\nstopped\n');
  });

  it('passes its exit code on', async () => {
    expect(await endOf(script('run-program.mjs', 'process.exit(7)'))).toEqual({ code: 7, output: 'ended\n' });
  });
});

describe('the count of a run of tests', () => {
  const counted = (report: unknown, exitCode: number): unknown =>
    runScript('count-report.mjs', { report, exitCode });
  const report = {
    numPassedTests: 3,
    numFailedTests: 0,
    numPendingTests: 1,
    numTodoTests: 1,
    testResults: [],
  };

  it('adds up what passed, what failed and what was skipped', () => {
    expect(counted(report, 0)).toEqual({ passed: 3, failed: 0, skipped: 2 });
    expect(counted({ ...report, numFailedTests: 2 }, 1)).toEqual({ passed: 3, failed: 2, skipped: 2 });
  });

  it('counts a suite that could not run as a failure', () => {
    const testResults = [{ status: 'failed', assertionResults: [{ status: 'passed' }] }];
    expect(counted({ ...report, testResults }, 1)).toEqual({ passed: 3, failed: 1, skipped: 2 });
  });

  it.each([
    ['nothing was run', { ...report, numPassedTests: 0 }, 0],
    ['the runner failed although no test did', report, 1],
    ['the runner left no report', undefined, 1],
  ])('is a failure when %s', (_, each, exitCode) => {
    expect(counted(each, exitCode)).toMatchObject({ failed: 1, remark: expect.any(String) });
  });
});

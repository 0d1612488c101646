// Starts programs for the scripts, and passes on a request to stop: once, however it came. A terminal sends Ctrl-C to
// every process in its group and npm sends it again, so a program gets a group of its own and hears it from us alone.
import { spawn } from 'node:child_process';

const SAME_REQUEST_MS = 500;
const BUSY_EVERY_MS = 10_000;
const PARENT_EVERY_MS = 1_000;
const PATIENCE_MS = 2_000;
const EXIT_OF = { SIGHUP: 129, SIGINT: 130, SIGKILL: 137, SIGTERM: 143 };

let child;
let isStep = false;
let stopAskedAt = 0;
let times = 0;
let onSecondRequest = () => {};

/** Thrown when the person, or the machine, has asked to stop. */
export class Stopped extends Error {}

export function throwIfStopped() {
  if (stopAskedAt) throw new Stopped();
}

/** Before the first program: from here on a request to stop reaches the program that runs. */
export function listenForStop({ onSecond }) {
  onSecondRequest = onSecond;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stop(signal));
  if (process.env.npm_lifecycle_event) stopWith(process.ppid);
}

/** An npm that is killed cannot pass anything on; what it started must not hold the port and the data from then on. */
function stopWith(parent) {
  const looking = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(looking);
    stop('SIGTERM');
  }, PARENT_EVERY_MS);
  looking.unref();
}

function stop(signal) {
  const now = Date.now();
  if (now - stopAskedAt < SAME_REQUEST_MS) return;
  stopAskedAt = now;
  times += 1;
  if (times > 1) onSecondRequest();
  send(times > 1 ? 'SIGKILL' : signal === 'SIGHUP' ? 'SIGTERM' : signal);
  // An install that is asked to stop first undoes what it did, for a minute. The next one begins anew, so it need not.
  if (isStep) setTimeout(() => send('SIGKILL'), PATIENCE_MS).unref();
}

function send(signal) {
  if (!child?.pid) return;
  try {
    process.kill(process.platform === 'win32' ? child.pid : -child.pid, signal);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

/**
 * Runs one program to its end and gives { code, signal, output }. Its output is kept back, unless `isShown`.
 * @throws Stopped when the end came from a request to stop.
 */
export async function run(command, args, { isShown = false, onBusy = () => {}, ...options } = {}) {
  throwIfStopped();
  const output = [];
  isStep = !isShown;
  const startedAt = Date.now();
  const busy = setInterval(() => onBusy(Math.round((Date.now() - startedAt) / 1000)), BUSY_EVERY_MS);
  const ended = await new Promise((resolve, reject) => {
    child = spawn(command, args, {
      stdio: isShown ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
      detached: process.platform !== 'win32',
      ...options,
    });
    child.stdout?.on('data', (data) => output.push(data));
    child.stderr?.on('data', (data) => output.push(data));
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ code, signal }));
  }).finally(() => clearInterval(busy));
  child = undefined;
  if (stopAskedAt && (isStep || isStop(ended))) throw new Stopped();
  return {
    code: ended.code ?? EXIT_OF[ended.signal] ?? 1,
    signal: ended.signal,
    output: Buffer.concat(output).toString(),
  };
}

const isStop = ({ code, signal }) => signal !== null || code === 0 || Object.values(EXIT_OF).includes(code);

// One process at a time sets up a folder. The holder touches its file, and one that was killed is known by its silence:
// a process id would say less, because ids come back, also in another container that shares the folder.
import {
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const TOUCH_MS = 1_000;
const SILENT_MS = 10_000;
const POLL_MS = 200;

/** Runs `work` alone. `onWait` is called with the process id of the holder, again and again, while somebody else is at it. */
export async function withLock(file, onWait, work) {
  mkdirSync(dirname(file), { recursive: true });
  while (!take(file)) {
    const holder = holderOf(file);
    if (!holder) continue;
    onWait(holder.text.split(' ')[0]);
    if (holder.silentMs > SILENT_MS) breakLock(file, holder.text);
    else await wait(POLL_MS);
  }
  const touching = setInterval(() => touch(file), TOUCH_MS);
  try {
    return await work();
  } finally {
    clearInterval(touching);
    rmSync(file, { force: true });
  }
}

function take(file) {
  try {
    writeFileSync(file, `${process.pid} ${Date.now()}`, { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

/** Undefined when the lock was let go in the meantime. */
function holderOf(file) {
  return unlessGone(() => ({
    text: readFileSync(file, 'utf8'),
    silentMs: Date.now() - statSync(file).mtimeMs,
  }));
}

function touch(file) {
  unlessGone(() => utimesSync(file, new Date(), new Date()));
}

/** Takes a silent lock away. Somebody quicker may have done so and locked anew: that lock is put back. */
function breakLock(file, text) {
  const aside = `${file}.${process.pid}`;
  unlessGone(() => {
    renameSync(file, aside);
    if (readFileSync(aside, 'utf8') !== text) linkSync(aside, file);
  });
  rmSync(aside, { force: true });
}

function unlessGone(work) {
  try {
    return work();
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}

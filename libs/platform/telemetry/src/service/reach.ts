import type { Log } from '../log/log';
import { reasonOf, ServerAway, StartRefused } from './start-errors';

export interface Reaching {
  readonly log: Log;
  readonly signal: AbortSignal;
  /** By `performance.now()`. */
  readonly until: number;
  readonly isRefusal: (error: unknown) => boolean;
  /** Told at each try that failed; null when it is reached. */
  readonly onAway: (away: ServerAway | null) => void;
}

const FIRST_PAUSE_MS = 250;
const PAUSE_MAX_MS = 5_000;

/** Tries until it is open. @throws ServerAway when the time is over or the service is to stop. */
export async function reachUntil<T>(
  { log, signal, until, isRefusal, onAway }: Reaching,
  setting: string,
  open: () => Promise<T>,
): Promise<T> {
  for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(pauseMs * 2, PAUSE_MAX_MS)) {
    try {
      const opened = await open();
      onAway(null);
      return opened;
    } catch (error) {
      if (isRefusal(error) || error instanceof StartRefused || isProgrammersError(error)) throw error;
      const away = error instanceof ServerAway ? error : new ServerAway(setting, error);
      onAway(away);
      const leftMs = until - performance.now();
      if (signal.aborted || leftMs <= 0) throw away;
      const nextMs = Math.min(jittered(pauseMs), leftMs);
      log({ level: 'warn', message: awayLine(away, nextMs), facts: { setting: away.setting } });
      await pause(nextMs, signal);
    }
  }
}

const awayLine = ({ setting, cause }: ServerAway, nextMs: number): string => {
  const seconds = (nextMs / 1000).toFixed(1);
  return (
    `${setting}: deze server is er niet of laat ons niet toe (${reasonOf(cause)}); opnieuw over ${seconds} s | ` +
    `this server is away or does not let us in; next try in ${seconds} s.`
  );
};

// Waiting does not make wrong code right.
const isProgrammersError = (error: unknown): boolean =>
  error instanceof TypeError ||
  error instanceof RangeError ||
  error instanceof ReferenceError ||
  error instanceof SyntaxError;

// Services that were started together do not all knock at the same moment.
const jittered = (ms: number): number => ms * (0.75 + Math.random() / 2);

const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done);
    if (signal.aborted) done();
  });

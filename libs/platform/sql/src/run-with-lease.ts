import type { Database, Log } from './database';
import { kindOf, placeOf } from './database-errors';
import { Lease, LEASE_CHANNEL } from './lease';
import { pause, WakeUp } from './pause';

export interface LeaseOptions {
  readonly database: Database;
  /** What is done by one process at a time: `projector`. */
  readonly name: string;
  /** This process, for people who look into the table: host and process id. Two processes may have the same. */
  readonly holder: string;
  /** After this time without a word from its holder a lease goes to another process; 15,000 is a good value. */
  readonly ttlMs: number;
  readonly log: Log;
  /** A clock that only goes forward, in milliseconds, for tests. */
  readonly clock?: () => number;
}

/** `signal` aborts when the lease is about to be lost, or when stopping was asked for. */
export type LeasedWork = (signal: AbortSignal) => Promise<void>;

const RETRY_MS = 1_000;

/**
 * Does `work` while this process holds the lease, and waits for the lease otherwise, until `stop` aborts or `work`
 * ends by itself. `work` is told by its signal that the lease is about to be lost or that `stop` was asked for, and must
 * then end within a third of `ttlMs`; when it was lost, `work` begins anew as soon as the lease is held again. Work that
 * fails is logged, lets another process try, and is begun anew after a second. The next holder takes over at once when
 * this one stops, and within `ttlMs` when it is killed. A process that is paused may still believe that it holds the
 * lease: what it writes must be refused by the place that it writes to, such as `CheckpointStore.move`. On PGlite, where
 * there is one process, nothing is waited for.
 */
export async function runWithLease(
  options: LeaseOptions,
  stop: AbortSignal,
  work: LeasedWork,
): Promise<void> {
  const { database } = options;
  const leasing = new Leasing(options, stop);
  try {
    while (!stop.aborted) {
      const outcome =
        database.kind === 'PGLITE' ? await leasing.attempt(work, stop) : await leasing.term(work);
      if (outcome === 'ENDED') return;
      if (outcome === 'FAILED') await pause(RETRY_MS, stop);
    }
  } finally {
    leasing.leave();
  }
}

type Outcome = 'ENDED' | 'FAILED' | 'STOPPED';

interface Tenure {
  readonly epoch: number;
  /** By the local clock, before the database was asked: it expires there no sooner than `ttlMs` after it. */
  readonly since: number;
}

class Leasing {
  private readonly lease: Lease;
  private readonly clock: () => number;
  private readonly waking: WakeUp;
  readonly leave: () => void;

  constructor(
    private readonly options: LeaseOptions,
    private readonly stop: AbortSignal,
  ) {
    const { database, name, ttlMs, clock } = options;
    this.lease = new Lease(database, name, ttlMs);
    this.clock = clock ?? (() => performance.now());
    this.waking = new WakeUp(stop);
    this.leave = database.listen(LEASE_CHANNEL, () => this.waking.wake());
  }

  /** Waits for the lease and works until it is lost. */
  async term(work: LeasedWork): Promise<Outcome> {
    const tenure = await this.claim();
    if (tenure === null) return 'STOPPED';
    const { name, holder } = this.options;
    const { epoch } = tenure;
    this.tell('info', `This process does ${name} from now on.`, { holder, epoch });
    const [losing, ended] = [new AbortController(), new AbortController()];
    const renewing = this.keep(tenure, ended.signal).then(() => losing.abort());
    try {
      return await this.attempt(work, AbortSignal.any([this.stop, losing.signal]));
    } finally {
      ended.abort();
      await renewing;
      await this.lease.release(epoch).catch(() => undefined);
      this.tell('info', `This process does not do ${name} any more.`, { holder, epoch });
    }
  }

  async attempt(work: LeasedWork, signal: AbortSignal): Promise<Outcome> {
    try {
      await work(signal);
      return signal.aborted ? 'STOPPED' : 'ENDED';
    } catch (error) {
      const facts = { error: kindOf(error), at: placeOf(error) };
      this.tell('error', `What is called ${this.options.name} has failed; it is begun anew.`, facts);
      return 'FAILED';
    }
  }

  private async claim(): Promise<Tenure | null> {
    const { holder, ttlMs } = this.options;
    let failures = 0;
    while (!this.stop.aborted) {
      this.waking.begin();
      const since = this.clock();
      try {
        const claim = await this.lease.take(holder);
        failures = 0;
        if (!claim.isHeld) {
          // Being free before its time is announced, but an announcement can get lost.
          await this.waking.sleep(Math.min(claim.freeInMs + 1, ttlMs / 3));
        } else if (this.stop.aborted || this.clock() - since > ttlMs / 3) {
          // Too late: nobody waits for it any more, or this process was paused before it heard of it.
          await this.lease.release(claim.epoch);
        } else {
          return { epoch: claim.epoch, since };
        }
      } catch (error) {
        if (failures++ === 0) this.tell('warn', 'No lease can be asked for.', { error: kindOf(error) });
        await pause(RETRY_MS, this.stop);
      }
    }
    return null;
  }

  /** Renews until `ended`, or until the lease is lost or cannot be renewed in time. */
  private async keep({ epoch, since }: Tenure, ended: AbortSignal): Promise<void> {
    const { ttlMs, name } = this.options;
    let provenAt = since;
    // A third of its time is left to who works, to come to an end.
    const leftMs = () => provenAt + (ttlMs * 2) / 3 - this.clock();
    await pause(ttlMs / 3, ended);
    while (!ended.aborted && leftMs() > 0) {
      const askedAt = this.clock();
      const isRenewed = await inTime(this.lease.renew(epoch), leftMs(), ended);
      if (isRenewed === false) break;
      if (isRenewed) provenAt = askedAt;
      await pause(isRenewed ? ttlMs / 3 : Math.min(RETRY_MS / 4, leftMs()), ended);
    }
    if (!ended.aborted) this.tell('warn', `The lease on ${name} is lost or cannot be renewed.`, { epoch });
  }

  private tell(level: 'info' | 'warn' | 'error', message: string, facts: LeaseFacts): void {
    const { log, name } = this.options;
    log({ level, message, facts: { lease: name, ...facts } });
  }
}

type LeaseFacts = Readonly<Record<string, string | number>>;

/** Null when there is no answer in time, or an error for one. */
async function inTime<T>(answer: Promise<T>, ms: number, ended: AbortSignal): Promise<T | null> {
  const enough = new AbortController();
  const giveUp = () => enough.abort();
  ended.addEventListener('abort', giveUp);
  const late = pause(ms, enough.signal).then(() => null);
  const asked = answer.catch(() => null);
  try {
    return await Promise.race([asked, late]);
  } finally {
    enough.abort();
    ended.removeEventListener('abort', giveUp);
  }
}

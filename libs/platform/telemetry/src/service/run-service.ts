import { startTracing } from '../traces/start-tracing';
import { startManagementServer } from './management-server';
import { reachUntil } from './reach';
import type { ReadinessCheck } from './readiness';
import {
  EXIT,
  type ExitCode,
  SERVICE_LIMITS,
  type ServiceContext,
  type ServiceLimits,
  type ServiceOptions,
} from './run-service.types';
import { reasonOf, ServerAway, StartRefused } from './start-errors';
import { StoppingParts } from './stopping-parts';

const SIGNALS = { SIGINT: 2, SIGTERM: 15 } as const;
const KEEP_ALIVE_MS = 1_000_000;

/**
 * The life of a process: it starts, waits for servers that are away, tells how it is, stops in order when it is asked
 * to, and ends the process with one of the codes of `EXIT`; a second signal ends it at once, with 128 and the number
 * of the signal. Never returns.
 */
export async function runService(options: ServiceOptions): Promise<never> {
  const keepAlive = setInterval(() => undefined, KEEP_ALIVE_MS);
  const code = await new ServiceRun(options).toEnd();
  clearInterval(keepAlive);
  process.exit(code);
}

type Phase = 'starting' | 'running' | 'stopping';

class ServiceRun {
  private readonly limits: ServiceLimits;
  private readonly parts: StoppingParts;
  private readonly stopping = new AbortController();
  private readonly checks: ReadinessCheck[] = [{ check: async () => this.ownReadiness() }];
  private phase: Phase = 'starting';
  private away: ServerAway | null = null;
  private code: ExitCode = EXIT.STOPPED;
  private requestStop: () => void = () => undefined;
  private readonly stopRequested = new Promise<void>((resolve) => (this.requestStop = resolve));

  constructor(private readonly options: ServiceOptions) {
    this.limits = { ...SERVICE_LIMITS, ...options.limits };
    this.parts = new StoppingParts(options.log);
  }

  async toEnd(): Promise<ExitCode> {
    this.listenToTheProcess();
    const started = this.start();
    // Not before everything that it opens meanwhile is known: parts are stopped from the last one back.
    const settled = started.catch((error: unknown) => this.end(error));
    await Promise.race([settled, this.stopRequested]);
    if (this.phase === 'running') await this.stopRequested;
    await this.stop(settled);
    return this.code;
  }

  private async start(): Promise<void> {
    const { name, version, log, metrics, management, traces, start } = this.options;
    const tracing = startTracing({ service: name, version, endpoint: traces, log });
    this.parts.add('traces', () => tracing.stop());
    if (management !== null) {
      const server = await startManagementServer({ ...management, checks: this.checks, metrics });
      this.parts.add('management server', () => server.close());
      const facts = { host: management.host, port: server.port };
      log({ level: 'info', message: `${name}: health, readiness, metrics.`, facts });
    }
    const running = await start(this.context());
    if (running) this.parts.add(name, () => running.stop());
    // It may have been asked to stop meanwhile.
    if (this.phase !== 'starting') return;
    this.phase = 'running';
    log({ level: 'info', message: `${name}: gestart | started.` });
  }

  private context(): ServiceContext {
    const { log, metrics, isRefusal = () => false } = this.options;
    const until = performance.now() + this.limits.startMs;
    const reaching = { log, signal: this.stopping.signal, until, isRefusal };
    return {
      signal: this.stopping.signal,
      log,
      metrics,
      checks: this.checks,
      addCheck: (check) => void this.checks.push(check),
      onStop: (part, stop) => this.parts.add(part, stop),
      reach: (setting, open) =>
        reachUntil({ ...reaching, onAway: (away) => (this.away = away) }, setting, open),
      fail: (error) => this.end(error),
    };
  }

  private async stop(started: Promise<void>): Promise<void> {
    const { log, name } = this.options;
    const hasServed = this.phase === 'running';
    this.phase = 'stopping';
    log({ level: 'info', message: `${name}: stoppen … | stopping …` });
    if (hasServed && this.limits.drainMs > 0) await delay(this.limits.drainMs);
    this.stopping.abort();
    this.parts.add('start', () => started);
    const isClean = await this.parts.stopWithin(this.limits.stopMs);
    if (!isClean && this.code === EXIT.STOPPED) this.code = EXIT.FAILED;
    log({ level: 'info', message: `${name}: gestopt | stopped.`, facts: { exitCode: this.code } });
  }

  /** Tells why the service ends, and asks it to. A server that is still away when it stops anyway is no news. */
  private end(error: unknown): void {
    const { log, isRefusal = () => false } = this.options;
    if (this.stopping.signal.aborted && error instanceof ServerAway) return;
    if (error instanceof ServerAway) {
      this.endWith(EXIT.SERVER_AWAY);
      log({ level: 'fatal', message: awayTooLong(error), facts: { setting: error.setting } });
    } else if (error instanceof StartRefused || isRefusal(error)) {
      this.endWith(EXIT.REFUSED);
      log({ level: 'fatal', message: error instanceof Error ? error.message : String(error) });
    } else {
      this.endWith(EXIT.FAILED);
      log({ level: 'fatal', message: 'Onvoorziene fout | unforeseen error.', error });
    }
  }

  /** What went wrong first decides: the rest may follow from it. */
  private endWith(code: ExitCode): void {
    if (this.code === EXIT.STOPPED) this.code = code;
    this.requestStop();
  }

  private listenToTheProcess(): void {
    let signals = 0;
    for (const [signal, number] of Object.entries(SIGNALS)) {
      process.on(signal, () => {
        signals += 1;
        if (signals > 1) process.exit(128 + number);
        this.requestStop();
      });
    }
    // What the process holds is not to be trusted any more, so nothing is stopped in order. Node also brings promises
    // here that nobody keeps.
    const crash = (error: unknown): void => {
      this.options.log({ level: 'fatal', message: 'Onvoorziene fout | unforeseen error.', error });
      process.exit(EXIT.FAILED);
    };
    process.on('uncaughtException', crash);
  }

  private ownReadiness() {
    const detail = this.phase === 'starting' && this.away !== null ? this.away.message : this.phase;
    const isReady = this.phase === 'running';
    return { name: this.options.name, isReady, detail: isReady ? null : detail };
  }
}

const awayTooLong = ({ setting, cause }: ServerAway): string =>
  `${setting}: deze server bleef weg (${reasonOf(cause)}). Start de server of verbeter de instelling | ` +
  'this server stayed away. Start it or correct the setting.';

const delay = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

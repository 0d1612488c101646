import type { Log } from '../log/log';
import type { Metrics } from '../metrics/metrics';
import type { ReadinessCheck } from './readiness';

/** How a service ended, for whoever started it. */
export const EXIT = {
  /** It was asked to stop, and everything stopped. */
  STOPPED: 0,
  /** Nobody foresaw an error, or a part did not stop in time. */
  FAILED: 1,
  /** A setting is wrong: starting again is in vain. */
  REFUSED: 2,
  /** A server that a setting points at stayed away. */
  SERVER_AWAY: 3,
} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** What a service gets to work with. */
export interface ServiceContext {
  /** Aborts when the service is to stop. */
  readonly signal: AbortSignal;
  readonly log: Log;
  readonly metrics: Metrics;
  /** The service is ready when it has started, is not stopping, and all of these say so. */
  readonly checks: readonly ReadinessCheck[];
  addCheck(check: ReadinessCheck): void;
  /**
   * Opens what `setting` points at. While that server is away it is tried again, with growing pauses, until the time
   * for starting is over; the log says which setting it is about.
   * @throws ServerAway when the time is over; whatever else shows that the code is wrong, at once.
   */
  reach<T>(setting: string, open: () => Promise<T>): Promise<T>;
  /** Stops `part` when the service stops, or when it fails to start: the part that came last first. */
  onStop(part: string, stop: () => Promise<void>): void;
  /** The service cannot go on: it stops in order, and ends with exit code 1. */
  fail(error: unknown): void;
}

export interface ServiceOptions {
  /** `api`, `projector`, `monitor`, `relay`, `intekenboek`. */
  readonly name: string;
  readonly version: string;
  readonly log: Log;
  readonly metrics: Metrics;
  /** Where health, readiness and metrics are asked; null: nowhere, or in a server of its own. */
  readonly management: { readonly host: string; readonly port: number } | null;
  /** OTEL_EXPORTER_OTLP_ENDPOINT; undefined: no traces. */
  readonly traces: string | undefined;
  /** Brings the service up. What it gives is stopped before the parts named with `onStop`. */
  readonly start: (context: ServiceContext) => Promise<{ stop(): Promise<void> } | void>;
  /** Errors whose message alone tells the operator what to set; they end the service with exit code 2. */
  readonly isRefusal?: (error: unknown) => boolean;
  readonly limits?: Partial<ServiceLimits>;
}

export interface ServiceLimits {
  /** How long servers may stay away at the start. */
  readonly startMs: number;
  /** Between "not ready" and stopping, so that a load balancer notices first. */
  readonly drainMs: number;
  /** How long all parts together may take to stop. */
  readonly stopMs: number;
}

export const SERVICE_LIMITS: ServiceLimits = { startMs: 60_000, drainMs: 0, stopMs: 25_000 };

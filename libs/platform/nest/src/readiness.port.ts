// The same for processes with and without Nest.
export type { Readiness, ReadinessCheck } from '@intekenboek/platform-telemetry';

/** `Clock` of the kernel: the only way to the time of day. */
export const CLOCK = Symbol('CLOCK');

/** `EventStore` of the kernel: the truth. */
export const EVENT_STORE = Symbol('EVENT_STORE');

/** `ReadModelGate`: lets a query wait for a write. */
export const READ_MODEL_GATE = Symbol('READ_MODEL_GATE');

/** `readonly ReadinessCheck[]`: what must be in order before this process takes requests. */
export const READINESS_CHECKS = Symbol('READINESS_CHECKS');

/** `CommandObserver` of the telemetry: measures and logs every command. Without it nothing is observed. */
export const COMMAND_OBSERVER = Symbol('COMMAND_OBSERVER');

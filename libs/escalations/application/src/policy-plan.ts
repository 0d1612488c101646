import type { PlannedCommand } from './policy-command';

/** A case that could not be raised or changed, and why. For the operator; the next run tries again. */
export interface SkippedCase {
  /** The key of its subject, which names the territory or commitment; of a case that refused, its id. */
  readonly about: string;
  /** `NO_RESPONDING_PARTY`, `NO_SUPERVISING_PARTY`, or the code with which the case refused. */
  readonly reason: string;
}

/** What a run is going to ask. */
export interface PolicyPlan {
  readonly commands: readonly PlannedCommand[];
  readonly skipped: readonly SkippedCase[];
}

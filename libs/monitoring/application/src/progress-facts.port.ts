import type { CommitmentFacts, Moment, TargetFacts } from '@intekenboek/monitoring-domain';

/** All that can be judged on a day. */
export interface ProgressFacts {
  /** Of agreements in force on that day. */
  readonly commitments: readonly CommitmentFacts[];
  /** One per target and territory; the whole of a target only when it was never split. */
  readonly targets: readonly TargetFacts[];
}

/** Where facts come from: a read model, made of what other contexts publish. */
export interface ProgressFactsSource {
  /**
   * Facts on `asOf`, as far as they were recorded by `knownOn`.
   * @throws ReadModelUnavailable while they are being collected.
   */
  factsOn(moment: Moment): Promise<ProgressFacts>;
}

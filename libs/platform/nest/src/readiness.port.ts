/** One thing that must be in order before this process takes requests. */
export interface Readiness {
  /** For an operator, for example `read models`. */
  readonly name: string;
  readonly isReady: boolean;
  /** What is not in order, or how far it is. Null when there is nothing to say. */
  readonly detail: string | null;
}

/** Never throws: what cannot be found out is not ready. */
export interface ReadinessCheck {
  check(): Promise<Readiness>;
}

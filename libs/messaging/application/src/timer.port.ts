/** Time that passes, and chance: both come in from outside. */
export interface Timer {
  /** Settles after so many milliseconds, or at once when `signal` aborts; never rejects. */
  wait(milliseconds: number, signal: AbortSignal): Promise<void>;
  /** A number from 0 up to, not including, 1. */
  chance(): number;
}

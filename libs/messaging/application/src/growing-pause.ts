export interface PauseLimits {
  readonly firstMs: number;
  readonly longestMs: number;
}

const LIMITS: PauseLimits = { firstMs: 200, longestMs: 30_000 };

/**
 * How many milliseconds to wait after so many failures in a row (1 or more): twice as long each time, up to a limit, and
 * by chance (from 0 up to 1) up to half of that less, so that those who failed together do not come back together.
 */
export function growingPause(failures: number, chance: number, limits = LIMITS): number {
  const longest = Math.min(limits.longestMs, limits.firstMs * 2 ** (failures - 1));
  return longest * (1 - chance / 2);
}

/** Something whose speed is measured: `run` works for a short while and gives how much was done in a second. */
export interface Contestant {
  readonly name: string;
  readonly run: () => Promise<number>;
}

/** By contestant: what each round gave. */
export type Figures = ReadonlyMap<string, readonly number[]>;

/**
 * Every contestant once a round, forwards and backwards in turn. Many short rounds beat few long ones: what else the
 * machine does then hits all alike.
 */
export async function alternate(
  what: string,
  contestants: readonly Contestant[],
  rounds: number,
): Promise<Figures> {
  const figures = new Map<string, number[]>(contestants.map(({ name }) => [name, []]));
  for (let round = 1; round <= rounds; round += 1) {
    if (process.stderr.isTTY || round === 1) progress(`${what}: round ${round} of ${rounds}`);
    const inTurn = round % 2 === 1 ? contestants : contestants.toReversed();
    for (const { name, run } of inTurn) figures.get(name)?.push(await run());
  }
  progress('');
  return figures;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const [low, high] = [sorted[sorted.length % 2 === 0 ? middle - 1 : middle], sorted[middle]];
  return low === undefined || high === undefined ? NaN : (low + high) / 2;
}

/** The median of the ratios of each round: a ratio of two medians may compare two different minutes. */
export const medianRatio = (above: readonly number[], below: readonly number[]): number =>
  median(above.map((value, round) => value / (below[round] ?? NaN)));

/** How often `work` was done in a second, when it is done again and again for `milliseconds`. */
export async function perSecond(milliseconds: number, work: () => Promise<number> | number): Promise<number> {
  const start = performance.now();
  let [done, passed] = [0, 0];
  while (passed < milliseconds) {
    done += await work();
    passed = performance.now() - start;
  }
  return (done * 1_000) / passed;
}

/** Shown while one waits; on a terminal each line takes the place of the one before. */
export function progress(line: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${line}`);
  else if (line !== '') process.stderr.write(`${line}\n`);
}

/** Columns under one another, the first to the left and the figures to the right. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lineOf = (row: readonly string[]) =>
    row.map((cell, column) =>
      column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
    );
  return rows.map((row) => `  ${lineOf(row).join('   ')}`.trimEnd()).join('\n');
}

export const whole = (value: number): string => Math.round(value).toLocaleString('en');

/** A ratio and whether the goal is met, for example `4.6 × (goal ≥ 2: met)`. */
export const atLeast = (ratio: number, goal: number): string =>
  `${ratio.toFixed(2)} × (goal ≥ ${goal}: ${ratio >= goal ? 'met' : 'MISSED'})`;
export const atMost = (ratio: number, goal: number): string =>
  `${ratio.toFixed(2)} × (goal ≤ ${goal}: ${ratio <= goal ? 'met' : 'MISSED'})`;

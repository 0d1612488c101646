/** One thing that must be in order before this process takes work. */
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

/** The answer of `/health/ready`, in whichever process. */
export interface ReadinessAnswer {
  readonly status: 'ready' | 'not ready';
  readonly checks: readonly Readiness[];
}

const ANSWER_WITHIN_MS = 2_000;

/** Asks all checks at once. One that throws, or says nothing for two seconds, counts as not ready. */
export async function readinessOf(
  checks: readonly ReadinessCheck[],
  withinMs = ANSWER_WITHIN_MS,
): Promise<ReadinessAnswer> {
  const answers = await Promise.all(checks.map((one, index) => answerOf(one, index, withinMs)));
  return { status: answers.every(({ isReady }) => isReady) ? 'ready' : 'not ready', checks: answers };
}

// A check tells its name with its answer; one that says nothing is told under the name that it gave before.
const names = new WeakMap<ReadinessCheck, string>();

async function answerOf(check: ReadinessCheck, index: number, withinMs: number): Promise<Readiness> {
  const name = names.get(check) ?? `check ${index + 1}`;
  const silent = (detail: string): Readiness => ({ name, isReady: false, detail });
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Readiness>((resolve) => {
    timer = setTimeout(() => resolve(silent(`no answer within ${withinMs} ms`)), withinMs);
  });
  try {
    const answer = await Promise.race([check.check(), late]);
    names.set(check, answer.name);
    return answer;
  } catch (error) {
    return silent(error instanceof Error ? error.name : 'failed');
  } finally {
    clearTimeout(timer);
  }
}

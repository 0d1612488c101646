import { type Evidence, type Subject, subjectKey } from '@intekenboek/escalations-domain';

/** Verdicts found by what they are about and by whom they blame: a run asks this once for every case. */
export interface VerdictIndex {
  readonly verdicts: readonly Evidence[];
  /** The verdict on the subject with this key. */
  readonly of: (key: string) => Evidence | undefined;
  /** All that bears on whether a lag has gone: the verdict on it, first, and those that wait for it. */
  readonly bearingOn: (subject: Subject) => readonly Evidence[];
}

export function verdictIndex(verdicts: readonly Evidence[]): VerdictIndex {
  const byKey = new Map<string, Evidence>();
  const waiting = new Map<string, Evidence[]>();
  for (const verdict of verdicts) {
    byKey.set(subjectKey(verdict.subject), verdict);
    const root = verdict.attribution?.commitmentId;
    if (root === undefined) continue;
    const known = waiting.get(root);
    if (known === undefined) waiting.set(root, [verdict]);
    else known.push(verdict);
  }
  return {
    verdicts,
    of: (key) => byKey.get(key),
    bearingOn: (subject) => {
      const own = byKey.get(subjectKey(subject));
      const others = subject.kind === 'COMMITMENT' ? (waiting.get(subject.commitmentId) ?? []) : [];
      return own === undefined ? others : [own, ...others];
    },
  };
}

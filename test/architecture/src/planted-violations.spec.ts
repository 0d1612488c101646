import * as fences from './fences.data';
import { lint } from './planted.fixtures';
import * as purity from './purity.data';
import * as rules from './rules.data';

// A rule that never fires looks like a rule that is kept: so each is shown a violation, and something it must leave.
const parts = [
  { part: 'the fences between layers and contexts', ...fences },
  { part: 'the purity of the inner layers', ...purity },
  { part: 'the rules for every file', ...rules },
];
const reports = lint(parts.flatMap(({ refused, accepted }) => [...refused, ...accepted])).values();
const cases = parts.map(({ part, refused, accepted }) => ({
  part,
  refused: refused.map((plant) => ({ ...plant, report: reports.next().value })),
  accepted: accepted.map((plant) => ({ ...plant, report: reports.next().value })),
}));

describe.each(cases)('$part', ({ refused, accepted }) => {
  it.each(refused)('refuse $title', ({ report, wanted }) => {
    expect(report).toContainEqual(expect.stringMatching(wanted));
  });

  it.each(accepted)('accept $title', ({ report }) => {
    expect(report).toEqual([]);
  });
});

import { commitment, DWELLINGS, taakstelling } from './escalation.fixtures';
import { escalationIdOf, subjectKey } from './subject';

describe('the id of a case', () => {
  it('is the same for the same route, subject and period, and another for any other', () => {
    const subjects = [commitment(DWELLINGS), taakstelling('2026-H1'), taakstelling('2026-H1', 'GM0014')];
    const ids = subjects.flatMap((subject) =>
      (['AGREED', 'STATUTORY'] as const).flatMap((route) =>
        ['2026-H1', '2026-H2'].map((period) => escalationIdOf(route, subject, period)),
      ),
    );
    expect(new Set(ids).size).toBe(12);
    expect(escalationIdOf('AGREED', subjects[0]!, '2026-H1')).toBe(ids[0]);
    expect(subjectKey(subjects[1]!)).toContain(':GM0363');
  });
});

import { blockedVerdict, CARE_PLACES, commitment, DWELLINGS, PERMITS, verdict } from './escalation.fixtures';
import { blames, callsForEscalation, hasRecovered, PROGRESS_STATES } from './evidence';

const subject = commitment(DWELLINGS);

describe('a verdict', () => {
  it('calls for a case when something lags, is blocked or was missed', () => {
    const calling = PROGRESS_STATES.filter((state) => callsForEscalation(verdict({ state })));
    expect(calling).toEqual(['LAGGING', 'SEVERELY_LAGGING', 'BLOCKED', 'MISSED']);
  });

  it('lays the blame on the commitment it waits for, while it is blocked', () => {
    expect(blames(blockedVerdict(CARE_PLACES), subject)).toBe(true);
    expect(blames(blockedVerdict(CARE_PLACES, { state: 'ON_TRACK' }), subject)).toBe(false);
    expect(blames(blockedVerdict(CARE_PLACES), commitment(PERMITS))).toBe(false);
    expect(blames(verdict(), subject)).toBe(false);
  });
});

describe('a lag has recovered', () => {
  it('when its own verdict says so and nothing waits for it', () => {
    const recovered = PROGRESS_STATES.filter((state) => hasRecovered(subject, [verdict({ state })]));
    expect(recovered).toEqual(['NOT_DUE', 'ON_TRACK', 'FULFILLED']);
    expect(hasRecovered(subject, [verdict({ state: 'ON_TRACK' }), blockedVerdict(CARE_PLACES)])).toBe(false);
  });

  it('never for want of a verdict', () => {
    expect(hasRecovered(subject, [])).toBe(false);
    expect(hasRecovered(subject, [verdict({ subject: commitment(PERMITS), state: 'ON_TRACK' })])).toBe(false);
  });
});

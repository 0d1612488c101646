import { calendarDate } from '@intekenboek/event-sourcing-core';
import { subjectKey as keyInDomain } from '@intekenboek/escalations-domain';
import { subjectKey } from '@intekenboek/messaging-contracts';

import { escalationIntegration } from './escalation.integration';
import {
  commitment,
  CORPORATION,
  missed,
  policyBench,
  taakstelling,
  TODAY,
  verdict,
} from './policy.fixtures';

describe('what is published of cases', () => {
  it('is that they are raised, moved and closed', async () => {
    const { runOn, recorded } = policyBench();
    await runOn(TODAY, verdict('dwellings'));
    await runOn(calendarDate('2026-07-16'), verdict('dwellings'));
    await runOn(calendarDate('2026-07-17'), verdict('dwellings', { state: 'FULFILLED' }));
    await runOn(calendarDate('2026-07-17'), missed('2026-H1'));
    const subject = commitment('dwellings');
    expect((await recorded()).flatMap(escalationIntegration.translate)).toMatchObject([
      {
        type: 'escalations.escalation-raised.v1',
        data: { route: 'AGREED', subject, period: '2026-H2', rung: 1, respondingPartyIds: [CORPORATION] },
      },
      { type: 'escalations.escalation-moved.v1', data: { subject, rung: 2 } },
      { type: 'escalations.escalation-closed.v1', data: { subject, outcome: 'RESOLVED' } },
      {
        type: 'escalations.escalation-raised.v1',
        data: { route: 'STATUTORY', subject: taakstelling('2026-H1'), period: '2026-H1', rung: 2 },
      },
    ]);
  });

  it('names a subject as verdicts name it', () => {
    for (const subject of [commitment('dwellings'), taakstelling('2026-H1')]) {
      expect(keyInDomain(subject)).toBe(subjectKey(subject));
    }
  });
});

import { calendarDate, type PartyId } from '@intekenboek/event-sourcing-core';
import type {
  AgreementId,
  CommitmentFacts,
  CommitmentId,
  TargetFacts,
  TargetId,
} from '@intekenboek/monitoring-domain';
import { type CommitmentInputs, recompute } from '@intekenboek/monitoring-domain';

import { assessment } from './assessment';
import type { ProgressFacts } from './progress-facts.port';
import { verdictV1 } from './verdict.v1';

const day = calendarDate;
const CORPORATION = 'corporation' as PartyId;
const MUNICIPALITY = 'municipality' as PartyId;

const building: CommitmentFacts = {
  agreementId: 'agreement-1' as AgreementId,
  commitmentId: 'build' as CommitmentId,
  debtorId: CORPORATION,
  creditors: [MUNICIPALITY, 'PUBLIC'],
  measure: { kind: 'AMOUNT', amount: 40 },
  unit: 'DWELLINGS',
  from: day('2024-01-01'),
  deadline: day('2027-12-31'),
  territory: 'GM0363',
  yearSlices: [],
  inForceFrom: day('2024-01-01'),
  conditions: [{ conditionId: 'c', prerequisiteId: 'land' as CommitmentId, neededBy: day('2025-07-01') }],
  reports: [],
};
const land: CommitmentFacts = {
  ...building,
  commitmentId: 'land' as CommitmentId,
  debtorId: MUNICIPALITY,
  measure: { kind: 'PROCESS_RESULT', result: 'land is ready' },
  unit: 'DONE',
  deadline: day('2025-07-01'),
  conditions: [],
};
const taakstelling: TargetFacts = {
  targetId: 'target-1' as TargetId,
  territory: 'GM0363',
  debtorId: MUNICIPALITY,
  unit: 'PERSONS',
  from: day('2025-07-01'),
  until: day('2025-12-31'),
  route: 'STATUTORY',
  halfYear: '2025-H2',
  realisedBy: 'RECORDED',
  milestones: [],
  quantities: [{ on: day('2025-04-01'), quantity: 92, recordedOn: day('2025-04-01') }],
  backlogs: [],
  realisations: [{ on: day('2025-12-31'), quantity: 80, recordedOn: day('2026-01-05') }],
  contributions: [],
};
const facts: ProgressFacts = { commitments: [building, land], targets: [taakstelling] };

const assess = assessment({ factsOn: async () => facts });

describe('assessing a day', () => {
  it('judges every commitment and every part of a target', async () => {
    const verdicts = await assess(day('2026-01-01'));
    expect(verdicts.map(({ subject, state, route }) => [subject.kind, state, route])).toEqual([
      ['COMMITMENT', 'BLOCKED', 'AGREED'],
      ['COMMITMENT', 'MISSED', 'AGREED'],
      ['TARGET', 'MISSED', 'STATUTORY'],
    ]);
  });

  it('leaves out targets that are summed from commitments: those have verdicts of their own', async () => {
    const summed: TargetFacts = {
      ...taakstelling,
      route: 'AGREED',
      halfYear: null,
      realisedBy: 'COMMITMENTS',
    };
    const assessSummed = assessment({ factsOn: async () => ({ commitments: [], targets: [summed] }) });
    expect(await assessSummed(day('2026-01-01'))).toEqual([]);
  });

  it('finds the prerequisites of a commitment in its own agreement', async () => {
    const [blocked] = await assess(day('2026-01-01'));
    expect(blocked?.attribution).toEqual({
      partyId: MUNICIPALITY,
      commitmentId: 'land',
      chain: ['build', 'land'],
    });
    const elsewhere = { ...land, agreementId: 'agreement-2' as AgreementId };
    const source = { factsOn: async () => ({ commitments: [building, elsewhere], targets: [] }) };
    const [alone] = await assessment(source)(day('2026-01-01'));
    expect(alone?.state).toBe('NO_DATA');
  });

  it('judges a taakstelling by rules of its own', async () => {
    const versions = (await assess(day('2026-01-01'))).map(({ ruleVersion }) => ruleVersion);
    expect(versions).toEqual(['agreed-1', 'agreed-1', 'taakstelling-1']);
  });

  it('answers as it was known on a day', async () => {
    const stateKnownOn = async (knownOn: string) => (await assess(day('2026-01-01'), day(knownOn)))[2]?.state;
    expect(await stateKnownOn('2026-01-04')).toBe('NO_DATA');
    expect(await stateKnownOn('2026-01-05')).toBe('MISSED');
  });

  it('asks for the facts of that moment', async () => {
    const asked: object[] = [];
    const source = { factsOn: async (moment: object) => (asked.push(moment), facts) };
    await assessment(source)(day('2026-01-01'));
    await assessment(source)(day('2026-01-01'), day('2026-02-01'));
    expect(asked).toEqual([
      { asOf: '2026-01-01', knownOn: null },
      { asOf: '2026-01-01', knownOn: '2026-02-01' },
    ]);
  });

  it('gives with each verdict the inputs from which an outsider makes it again', async () => {
    for (const verdict of await assess(day('2026-01-01'))) {
      const inputs = JSON.parse(JSON.stringify(verdict.inputs)) as CommitmentInputs;
      expect(verdictV1(recompute(inputs))).toEqual(verdict);
    }
  });
});

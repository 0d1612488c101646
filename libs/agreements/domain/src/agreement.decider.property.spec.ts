import { DomainError, type PartyId } from '@intekenboek/event-sourcing-core';
import fc from 'fast-check';

import type { AgreementCommand } from './agreement.commands';
import { agreementDecider } from './agreement.decider';
import type { AgreementEvent } from './agreement.events';
import {
  added,
  agreementId,
  by,
  CARE_PROVIDER,
  command,
  commitmentId,
  conditionAdded,
  conditionId,
  CONTENT_HASH,
  CORPORATION,
  day,
  drafted,
  hashAfter,
  homes,
  HOMES,
  inForce,
  land,
  landBeforeHomes,
  MUNICIPALITY,
  proposal,
  PROVINCE,
  reportId,
  signatory,
  TENANTS,
  wordingOf,
} from './agreement.fixtures';
import type { Commitment, CommitmentWording, Condition } from './commitment';

const { decide, evolve, initialState } = agreementDecider;
const fold = (events: readonly AgreementEvent[]) => events.reduce(evolve, initialState);

/** The events of a command, or its refusal. Anything else that is thrown is a fault. */
function outcome(
  sent: AgreementCommand,
  state: ReturnType<typeof fold>,
): readonly AgreementEvent[] | DomainError {
  try {
    return decide(sent, state);
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
}

const SIGNATORIES = [MUNICIPALITY, CORPORATION, TENANTS];

describe('signing, in any order and any number of times', () => {
  it('brings the agreement into force exactly when every party has signed', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...SIGNATORIES, CARE_PROVIDER), { maxLength: 8 }),
        (signatures) => {
          let state = fold(proposal);
          for (const id of signatures) {
            const sign = command('SignAgreement', by(id), { textVersion: 1, contentHash: CONTENT_HASH });
            const events = outcome(sign, state);
            if (events instanceof DomainError) {
              expect(events.code).toBe('NOT_A_PARTY');
              continue;
            }
            state = events.reduce(evolve, state);
            expect(decide(sign, state)).toEqual([]);
          }
          expect(state.status === 'IN_FORCE').toBe(SIGNATORIES.every((id) => signatures.includes(id)));
        },
      ),
    );
  });
});

describe('conditions, added in any order', () => {
  const DEBTORS: readonly PartyId[] = [MUNICIPALITY, CORPORATION, TENANTS, CARE_PROVIDER, PROVINCE];
  const commitments: readonly Commitment[] = DEBTORS.map((debtorId, index) => ({
    ...homes,
    commitmentId: commitmentId(`of debtor ${index}`),
    debtorId,
    creditors: ['PUBLIC'],
  }));
  const text = [drafted({ signatories: DEBTORS.map(signatory) }), ...commitments.map(added)];
  const place = fc.nat({ max: commitments.length - 1 });

  it('never form a circle, and a refusal names a true one', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(place, place), { maxLength: 25 }), (edges) => {
        let state = fold(text);
        const accepted: Condition[] = [];
        edges.forEach(([from, to], index) => {
          const condition: Condition = {
            conditionId: conditionId(`edge ${index}`),
            dependentId: commitments[from]!.commitmentId,
            prerequisiteId: commitments[to]!.commitmentId,
            neededBy: day('2025-01-01'),
          };
          const events = outcome(command('AddCondition', by(CORPORATION), { condition }), state);
          if (events instanceof DomainError) {
            if (events.code === 'CONDITION_CYCLE') expectCircle(events, [...accepted, condition]);
            return;
          }
          accepted.push(condition);
          state = events.reduce(evolve, state);
        });
        expect(orderOf(accepted)).toHaveLength(commitments.length);
      }),
    );
  });

  function expectCircle({ details }: DomainError, conditions: readonly Condition[]): void {
    const chain = details['chain'] as readonly string[];
    expect(chain.at(0)).toBe(chain.at(-1));
    for (let step = 1; step < chain.length; step += 1) {
      expect(conditions).toContainEqual(
        expect.objectContaining({ dependentId: chain[step - 1], prerequisiteId: chain[step] }),
      );
    }
  }

  /** An order in which all could be delivered: shorter than the commitments when there is a circle. */
  function orderOf(conditions: readonly Condition[]): readonly string[] {
    const delivered: string[] = [];
    const isReady = ({ commitmentId: id }: Commitment) =>
      !delivered.includes(id) &&
      conditions.every(
        ({ dependentId, prerequisiteId }) => dependentId !== id || delivered.includes(prerequisiteId),
      );
    for (let next = commitments.find(isReady); next !== undefined; next = commitments.find(isReady)) {
      delivered.push(next.commitmentId);
    }
    return delivered;
  }
});

describe('year slices, of any amount over any years', () => {
  const amounts = fc.array(fc.nat({ max: 10_000 }), { minLength: 1, maxLength: 4 });

  it('are accepted exactly when they sum to the whole', () => {
    fc.assert(
      fc.property(amounts, fc.integer({ min: -2, max: 2 }), (parts, off) => {
        const whole = parts.reduce((sum, part) => sum + part, 0) + off;
        fc.pre(whole > 0);
        const changes: Partial<CommitmentWording> = {
          measure: { kind: 'AMOUNT', amount: whole },
          yearSlices: parts.map((amount, index) => ({ year: 2024 + index, amount })),
        };
        const add = command('AddCommitment', by(CORPORATION), { commitment: wordingOf(homes, changes) });
        const events = outcome(add, fold([drafted()]));
        if (off === 0) expect(events).toHaveLength(1);
        else expect(events).toMatchObject({ code: 'YEAR_SLICES_DO_NOT_SUM' });
      }),
    );
  });
});

describe('the content hash', () => {
  const words = fc.string({ minLength: 3, maxLength: 20 });
  const text = (land_: Commitment, homes_: Commitment, condition = landBeforeHomes): AgreementEvent[] => [
    added(land_),
    added(homes_),
    conditionAdded(condition),
  ];
  const original = hashAfter([drafted(), ...text(land, homes)]);

  it('is the same in whatever order the same text was written', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...homes.creditors], { minLength: 2 }),
        fc.shuffledSubarray([...homes.yearSlices], { minLength: 3 }),
        fc.shuffledSubarray(SIGNATORIES, { minLength: 3 }),
        fc.boolean(),
        (creditors, yearSlices, ids, isLandFirst) => {
          const shuffled = { ...homes, creditors, yearSlices };
          const commitments = isLandFirst ? [added(land), added(shuffled)] : [added(shuffled), added(land)];
          const heading = drafted({ signatories: ids.map(signatory) });
          expect(hashAfter([heading, ...commitments, conditionAdded(landBeforeHomes)])).toBe(original);
        },
      ),
    );
  });

  it('is the same in whatever order tenants declined', () => {
    const declined = (partyId: PartyId | null, reason: string): AgreementEvent => ({
      type: 'TenantsDeclined',
      data: { agreementId, partyId, reason, recordedBy: CORPORATION },
    });
    const declines = [declined(TENANTS, 'Geen tijd dit jaar.'), declined(null, 'Geen andere organisatie.')];
    const oneWay = hashAfter([drafted(), ...declines]);
    expect(hashAfter([drafted(), ...declines.reverse()])).toBe(oneWay);
  });

  it('changes with any change of a commitment', () => {
    const change = fc.oneof(
      fc.record({ text: words }),
      fc.record({ source: words }),
      fc.record({ debtorId: fc.constantFrom(MUNICIPALITY, TENANTS) }),
      fc.record({ creditors: fc.constantFrom([MUNICIPALITY], ['PUBLIC' as const]) }),
      fc.record({
        resultKind: fc.constant('DWELLINGS_ALLOCATED'),
        unit: fc.constantFrom('DWELLINGS', 'EURO'),
      }),
      fc.record({
        measure: fc.record({ kind: fc.constant('AMOUNT' as const), amount: fc.integer({ min: 121 }) }),
      }),
      fc.record({ measure: fc.record({ kind: fc.constant('MAXIMUM' as const), amount: fc.constant(120) }) }),
      fc.record({ from: fc.constant(day('2024-01-02')) }),
      fc.record({ deadline: fc.constant(day('2027-12-30')) }),
      fc.record({ territory: fc.constantFrom('GM0394', 'PV27', 'NL') }),
      fc.record({ theme: fc.constantFrom(null, 'PREVENTION') }),
      fc.record({ targetGroups: fc.constantFrom([], ['STUDENTS']) }),
      fc.record({ priceSegment: fc.constantFrom(null, 'TO_HIGH_CAP') }),
      fc.record({ dwellingKind: fc.constantFrom(null, 'FLEX') }),
      fc.record({ yearSlices: fc.constantFrom([], [{ year: 2024, amount: 120 }]) }),
      fc.record({ countsTowards: fc.uuid().map((id) => [id as never]) }),
    );
    fc.assert(
      fc.property(change, (changes) => {
        const changed = { ...homes, ...changes };
        fc.pre(JSON.stringify(changed) !== JSON.stringify(homes));
        expect(hashAfter([drafted(), ...text(land, changed)])).not.toBe(original);
      }),
    );
  });

  it('changes with any change of the heading, of a condition or of an explanation', () => {
    const hashes = [
      hashAfter([drafted(), added(land), added(homes)]),
      hashAfter([drafted(), ...text(land, homes, { ...landBeforeHomes, neededBy: day('2024-12-30') })]),
      ...(
        [
          { title: 'Een andere titel' },
          { kind: 'REGIONAL_DEAL' },
          { from: day('2023-12-31') },
          { until: day('2028-01-01') },
          { visibility: 'PUBLIC' },
          { legalBasis: null },
          { signatories: [MUNICIPALITY, CORPORATION].map(signatory) },
        ] as const
      ).map((changes) => hashAfter([drafted(changes), ...text(land, homes)])),
      hashAfter([
        drafted(),
        ...text(land, homes),
        { type: 'OneSidednessExplained', data: { agreementId, explanation: 'Daarom dus.' } },
      ]),
      hashAfter([
        drafted(),
        ...text(land, homes),
        {
          type: 'TenantsDeclined',
          data: { agreementId, partyId: null, reason: 'Geen organisatie.', recordedBy: CORPORATION },
        },
      ]),
    ];
    expect(new Set([original, ...hashes]).size).toBe(hashes.length + 1);
  });
});

describe('progress, reported, corrected, confirmed and disputed in any order', () => {
  const names = ['a', 'b', 'c', 'd'] as const;
  const name = fc.constantFrom(...names);
  const reasons = 'Dit is uitgezocht en klopt niet.';
  const step = fc.oneof(
    fc.record({ act: fc.constant('report' as const), to: name, amount: fc.integer({ min: 1, max: 3 }) }),
    fc.record({ act: fc.constant('correct' as const), from: name, to: name, amount: fc.nat({ max: 3 }) }),
    fc.record({ act: fc.constant('confirm' as const), to: name, party: fc.constantFrom(...SIGNATORIES) }),
    fc.record({ act: fc.constant('dispute' as const), to: name, party: fc.constantFrom(...SIGNATORIES) }),
  );
  type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

  function sent(taken: Step): AgreementCommand {
    const of = { commitmentId: HOMES, reportId: reportId(taken.to) };
    const realised = { realisedOn: day('2024-03-01'), evidence: null };
    switch (taken.act) {
      case 'report':
        return command('ReportProgress', by(CORPORATION), { ...of, ...realised, amount: taken.amount });
      case 'correct':
        return command('CorrectProgress', by(CORPORATION), {
          ...of,
          ...realised,
          amount: taken.amount,
          correctsReportId: reportId(taken.from),
          reason: reasons,
        });
      case 'confirm':
        return command('ConfirmProgress', by(taken.party), of);
      case 'dispute':
        return command('DisputeProgress', by(taken.party), { ...of, reasons });
    }
  }

  it('keeps every report, and never has two in the place of one', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        let state = fold(inForce);
        let made = 0;
        for (const taken of steps) {
          const events = outcome(sent(taken), state);
          if (events instanceof DomainError) continue;
          made += events.filter(
            ({ type }) => type === 'ProgressReported' || type === 'ProgressCorrected',
          ).length;
          state = events.reduce(evolve, state);
          expect(outcome(sent(taken), state)).toEqual([]);
        }
        if (state.status !== 'IN_FORCE') throw new Error('Progress ends nothing.');
        const reports = [...state.reports.values()];
        expect(reports).toHaveLength(made);
        const replaced = reports.flatMap(({ correctsReportId }) => correctsReportId ?? []);
        expect(new Set(replaced).size).toBe(replaced.length);
        expect(reports.filter(({ correctedBy }) => correctedBy !== null)).toHaveLength(replaced.length);
      }),
    );
  });
});

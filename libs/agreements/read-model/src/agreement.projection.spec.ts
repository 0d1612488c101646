import type { AgreementEvent } from '@intekenboek/agreements-domain';
import type { Message } from '@intekenboek/event-sourcing-core';
import { projectionHarness, recorded } from '@intekenboek/platform-sql-testing';

import {
  added,
  agreementNamed,
  AT,
  conditionId,
  CORPORATION,
  day,
  declinedBy,
  drafted,
  EARLIER,
  HASH,
  housed,
  HOUSED,
  inForce,
  land,
  LAND,
  MUNICIPALITY,
  parties,
  proposed,
  registered,
  reported,
  reportNamed,
  signedBy,
  signedWhole,
  streamOf,
  TENANTS,
} from './agreement.fixtures';
import { agreementReadModel } from './agreement.projection';

const harness = projectionHarness(agreementReadModel(parties));
const of = { agreementId: agreementNamed('A') };
const ofReport = { ...of, commitmentId: HOUSED, reportId: reportNamed('first') };
const times = { effectiveAt: EARLIER, recordedAt: AT };
const inTheLog = (...events: readonly Message[]) =>
  recorded(events, { stream: streamOf, at: AT, effectiveAt: EARLIER });

const agreementAfter = async (...events: readonly AgreementEvent[]) => {
  const tables = await harness.tablesAfter(inTheLog(...events));
  return tables.selectFrom('agreement').selectAll().executeTakeFirstOrThrow();
};
const commitmentsAfter = async (...events: readonly AgreementEvent[]) => {
  const tables = await harness.tablesAfter(inTheLog(...events));
  return tables.selectFrom('commitment').selectAll().orderBy('added_position').execute();
};

const reportsAfter = async (...events: readonly AgreementEvent[]) => {
  const tables = await harness.tablesAfter(inTheLog(...events));
  const rows = await tables.selectFrom('report').selectAll().orderBy('reported_position').execute();
  return rows.map(({ report }) => report);
};

const withdrawn: AgreementEvent = {
  type: 'ProposalWithdrawn',
  data: { ...of, textVersion: 1, reason: 'Terug naar de tafel.', withdrawnBy: MUNICIPALITY },
};
const condition = { conditionId, dependentId: HOUSED, prerequisiteId: LAND, neededBy: day('2026-12-31') };
const confirmed: AgreementEvent = {
  type: 'ProgressConfirmed',
  data: { ...ofReport, byPartyId: MUNICIPALITY },
};
const disputed: AgreementEvent = {
  type: 'ProgressDisputed',
  data: { ...ofReport, byPartyId: MUNICIPALITY, reasons: 'Het zijn er twaalf.' },
};
const corrected: AgreementEvent = {
  type: 'ProgressCorrected',
  data: {
    ...ofReport,
    reportId: reportNamed('second'),
    correctsReportId: reportNamed('first'),
    amount: 12,
    realisedOn: day('2026-02-01'),
    evidence: null,
    reason: 'Drie te veel geteld.',
  },
};

describe('agreements as they are read', () => {
  it('are the same however often and in whatever pages the events are delivered', async () => {
    await harness.expectSameHoweverDelivered(
      inTheLog(
        registered(CORPORATION, 'De Sleutel'),
        drafted('A'),
        added('A', land),
        added('A', housed),
        { type: 'CommitmentRevised', data: { ...of, commitment: { ...housed, territory: 'GM0394' } } },
        { type: 'ConditionAdded', data: { ...of, condition } },
        { type: 'ConditionRemoved', data: { ...of, conditionId } },
        { type: 'OneSidednessExplained', data: { ...of, explanation: 'Al geleverd.' } },
        drafted('B'),
        { type: 'CommitmentRemoved', data: { ...of, commitmentId: LAND } },
        added('A', land),
        proposed('A'),
        declinedBy('A', TENANTS),
        withdrawn,
        registered(CORPORATION, 'De Nieuwe Sleutel'),
        {
          type: 'TenantsDeclined',
          data: { ...of, partyId: TENANTS, reason: 'Wij doen niet mee.', recordedBy: TENANTS },
        },
        proposed('A'),
        signedBy('A', MUNICIPALITY),
        signedBy('A', CORPORATION),
        inForce('A'),
        reported('A', 'first', 15),
        confirmed,
        disputed,
        corrected,
      ),
    );
  });

  it('tell a draft with who signs and where', async () => {
    expect(await agreementAfter(drafted('A'))).toMatchObject({
      agreement_id: of.agreementId,
      revision: 0,
      status: 'DRAFT',
      term_from: '2026-01-01',
      term_until: '2029-12-31',
      signatory_ids: [MUNICIPALITY, CORPORATION, TENANTS],
      territories: ['GM0363'],
      province_codes: ['PV27'],
      content_hash: null,
      signatures: [],
      steps: [{ step: 'DRAFTED', partyId: CORPORATION, textVersion: null, reason: null, ...times }],
    });
  });

  it('are found by the territories of their commitments as long as these stand', async () => {
    const elsewhere = added('A', { ...land, territory: 'GM0394' });
    expect(await agreementAfter(drafted('A'), elsewhere)).toMatchObject({
      territories: ['GM0363', 'GM0394'],
      province_codes: ['PV27'],
    });
    const removed: AgreementEvent = { type: 'CommitmentRemoved', data: { ...of, commitmentId: LAND } };
    expect(await agreementAfter(drafted('A'), elsewhere, removed)).toMatchObject({ territories: ['GM0363'] });
    const revised: AgreementEvent = { type: 'CommitmentRevised', data: { ...of, commitment: land } };
    expect(await agreementAfter(drafted('A'), elsewhere, revised)).toMatchObject({ territories: ['GM0363'] });
  });

  it('belong to the province of a municipality that has ended since', async () => {
    const weesp = {
      partyId: MUNICIPALITY,
      kind: 'MUNICIPALITY',
      territory: 'GM0457',
      workingArea: [],
    } as const;
    expect(await agreementAfter(drafted('A', { signatories: [weesp] }))).toMatchObject({
      province_codes: ['PV27'],
    });
  });

  it('tell the answers to the text that lies before the parties, with both times', async () => {
    const answered = await agreementAfter(
      drafted('A'),
      proposed('A'),
      declinedBy('A', TENANTS),
      signedBy('A', MUNICIPALITY),
    );
    expect(answered).toMatchObject({ status: 'PROPOSED', content_hash: HASH, text_version: 1, revision: 3 });
    expect(answered.signatures).toEqual([
      {
        partyId: TENANTS,
        state: 'DECLINED',
        textVersion: 1,
        signedOn: null,
        reasons: 'De huren worden niet genoemd.',
        ...times,
      },
      {
        partyId: MUNICIPALITY,
        state: 'SIGNED',
        textVersion: 1,
        signedOn: '2026-01-06',
        reasons: null,
        ...times,
      },
    ]);
  });

  it('keep the last answer of a party that changed its mind, and both steps', async () => {
    const changed = await agreementAfter(
      drafted('A'),
      proposed('A'),
      declinedBy('A', TENANTS),
      signedBy('A', TENANTS),
    );
    expect(changed.signatures.map(({ state }) => state)).toEqual(['SIGNED']);
    expect(changed.steps.map(({ step }) => step)).toEqual(['DRAFTED', 'PROPOSED', 'DECLINED', 'SIGNED']);
  });

  it('lose their signatures with a proposal that is withdrawn', async () => {
    expect(
      await agreementAfter(drafted('A'), proposed('A'), signedBy('A', MUNICIPALITY), withdrawn),
    ).toMatchObject({
      status: 'DRAFT',
      content_hash: null,
      proposed_on: null,
      signatures: [],
      text_version: 1,
    });
  });

  it('tell since when they are in force', async () => {
    expect(await agreementAfter(...signedWhole('A'))).toMatchObject({
      status: 'IN_FORCE',
      in_force_from: '2026-01-06',
      content_hash: HASH,
      revision: 7,
    });
  });

  it('tell that tenants left and why', async () => {
    const left: AgreementEvent = {
      type: 'TenantsDeclined',
      data: { ...of, partyId: TENANTS, reason: 'Wij doen niet mee.', recordedBy: TENANTS },
    };
    expect(await agreementAfter(drafted('A'), left)).toMatchObject({
      signatory_ids: [MUNICIPALITY, CORPORATION],
      tenants_declines: [{ partyId: TENANTS, reason: 'Wij doen niet mee.' }],
    });
  });

  it('keep conditions and the explanation of one-sidedness', async () => {
    const explained: AgreementEvent = {
      type: 'OneSidednessExplained',
      data: { ...of, explanation: 'Al geleverd.' },
    };
    expect(
      await agreementAfter(drafted('A'), { type: 'ConditionAdded', data: { ...of, condition } }, explained),
    ).toMatchObject({ conditions: [condition], one_sidedness: 'Al geleverd.' });
  });
});

describe('commitments as they are read', () => {
  it('stand in the order in which they were written, until they are removed', async () => {
    const both = await commitmentsAfter(drafted('A'), added('A', land), added('A', housed));
    expect(both.map(({ commitment_id }) => commitment_id)).toEqual([LAND, HOUSED]);
    expect(both[1]).toMatchObject({ debtor_id: CORPORATION, deadline: '2027-12-31', commitment: housed });
    const removed: AgreementEvent = { type: 'CommitmentRemoved', data: { ...of, commitmentId: LAND } };
    const one = await commitmentsAfter(drafted('A'), added('A', land), added('A', housed), removed);
    expect(one.map(({ commitment_id }) => commitment_id)).toEqual([HOUSED]);
  });

  it('are kept apart when two agreements use one id', async () => {
    expect(
      await commitmentsAfter(drafted('A'), drafted('B'), added('A', land), added('B', land)),
    ).toHaveLength(2);
  });

  it('keep every report with what became of it, and both times', async () => {
    const reports = await reportsAfter(
      ...signedWhole('A'),
      reported('A', 'first', 15),
      confirmed,
      disputed,
      corrected,
    );
    expect(reports).toEqual([
      {
        reportId: reportNamed('first'),
        amount: 15,
        realisedOn: '2026-02-01',
        evidence: 'lijst van 15 personen',
        correctsReportId: null,
        correctionReason: null,
        correctedBy: reportNamed('second'),
        stances: [
          { partyId: MUNICIPALITY, kind: 'CONFIRMED', reasons: null, ...times },
          { partyId: MUNICIPALITY, kind: 'DISPUTED', reasons: 'Het zijn er twaalf.', ...times },
        ],
        ...times,
      },
      {
        reportId: reportNamed('second'),
        amount: 12,
        realisedOn: '2026-02-01',
        evidence: null,
        correctsReportId: reportNamed('first'),
        correctionReason: 'Drie te veel geteld.',
        correctedBy: null,
        stances: [],
        ...times,
      },
    ]);
  });
});

describe('reports as they are read', () => {
  it('are kept apart when two agreements use one id for them', async () => {
    const both = await reportsAfter(
      ...signedWhole('A'),
      ...signedWhole('B'),
      reported('A', 'first', 15),
      reported('B', 'first', 3),
      disputed,
    );
    expect(both.map(({ amount, stances }) => [amount, stances.length])).toEqual([
      [15, 1],
      [3, 0],
    ]);
  });

  it('are none when a creditor speaks of one that nobody made', async () => {
    expect(await reportsAfter(...signedWhole('A'), confirmed)).toEqual([]);
  });
});

describe('the names of parties', () => {
  it('are the last ones that the register published', async () => {
    const tables = await harness.tablesAfter(
      inTheLog(registered(CORPORATION, 'De Sleutel'), registered(CORPORATION, 'De Nieuwe Sleutel')),
    );
    expect(await tables.selectFrom('party_name').select(['party_id', 'name', 'kind']).execute()).toEqual([
      { party_id: CORPORATION, name: 'De Nieuwe Sleutel', kind: 'CORPORATION' },
    ]);
  });
});

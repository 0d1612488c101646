import type { Evidence } from '@intekenboek/escalations-domain';
import type { EscalationRow } from '@intekenboek/escalations-read-model';
import { partyNamed, someone } from '@intekenboek/event-sourcing-testing';

import type { CaseNames } from './case-names';
import { evidenceOf } from './evidence.views';

const names = { subject: () => ({ title: 'x' }) } as unknown as CaseNames;
const corporation = someone({ partyId: partyNamed('corporation') });
const province = someone({ partyId: partyNamed('province'), partyKind: 'PROVINCE', territory: 'PV27' });

const shownTo = (reader: typeof province, verdict: Partial<Evidence>) => {
  const evidence = {
    subject: { kind: 'COMMITMENT', agreementId: 'a', commitmentId: 'c' },
    unit: 'PERSONS',
    expected: 40,
    realised: 7,
    confirmed: 3,
    disputed: 0,
    ratio: 0.175,
    forecast: 23,
    inputs: { reports: [{ amount: 7 }] },
    ...verdict,
  };
  const row = {
    evidence: [evidence],
    concerned_party_ids: [corporation.partyId],
  } as unknown as EscalationRow;
  return evidenceOf(row, names, reader)[0];
};

describe('persons in the evidence of a case', () => {
  it('are shown in full to those who counted them and to whom they are owed', () => {
    expect(shownTo(corporation, {})).toMatchObject({ realised: 7, isSuppressed: false });
    expect(shownTo(corporation, {})?.inputs).toContain('7');
  });

  it('are hidden or rounded for a supervisor, with all that would tell them', () => {
    expect(shownTo(province, {})).toMatchObject({
      expected: 40,
      realised: null,
      confirmed: null,
      ratio: null,
      forecast: 25,
      isSuppressed: true,
      inputs: null,
    });
  });

  it('that an authority published are not hidden', () => {
    const target = { kind: 'TARGET', targetId: 't', territory: 'GM0363' } as Evidence['subject'];
    expect(shownTo(province, { subject: target })).toMatchObject({ realised: 7, isSuppressed: false });
  });
});

describe('dwellings in the evidence of a case', () => {
  it('are not hidden', () => {
    expect(shownTo(province, { unit: 'DWELLINGS' })).toMatchObject({ realised: 7, isSuppressed: false });
  });
});

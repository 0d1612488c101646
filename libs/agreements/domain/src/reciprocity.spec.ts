import { scenarioFor } from '@intekenboek/event-sourcing-testing';

import { agreementDecider } from './agreement.decider';
import {
  added,
  agreementId,
  by,
  CARE_PROVIDER,
  command,
  commitmentId,
  conditionAdded,
  conditionId,
  CORPORATION,
  day,
  declinedBy,
  drafted,
  draftedText,
  homes,
  HOMES,
  inForce,
  land,
  LAND,
  landBeforeHomes,
  MUNICIPALITY,
  partyId,
  proposal,
  TENANTS,
} from './agreement.fixtures';
import type { AgreementEvent } from './agreement.events';
import type { Condition } from './commitment';
import type { ConditionId } from './ids';

const given = scenarioFor(agreementDecider);

describe('adding a condition', () => {
  const add = (changes: Partial<Condition> = {}) =>
    command('AddCondition', by(CORPORATION), { condition: { ...landBeforeHomes, ...changes } });
  const refused = (changes: Partial<Condition>, code: string, field: string, details: object = {}) =>
    given(...draftedText)
      .when(add(changes))
      .thenRejected(code, { rule: '6.4', field, ...details });

  it('makes one commitment wait for another', () => {
    given(...draftedText)
      .when(add())
      .then(conditionAdded(landBeforeHomes));
  });

  it('changes nothing when the same comes again', () => {
    given(...draftedText, conditionAdded(landBeforeHomes))
      .when(add())
      .thenNothing();
  });

  it('is refused under an id that stands for another', () => {
    given(...draftedText, conditionAdded(landBeforeHomes))
      .when(add({ neededBy: day('2024-06-30') }))
      .thenRejected('CONDITION_ALREADY_ADDED', { field: 'conditionId' });
  });

  it('is refused for the same two commitments under another id', () => {
    given(...draftedText, conditionAdded(landBeforeHomes))
      .when(add({ conditionId: conditionId('twin') }))
      .thenRejected('CONDITION_REPEATED', { earlier: landBeforeHomes.conditionId });
  });

  it('may stand beside another on the same commitment', () => {
    const care = { ...land, commitmentId: commitmentId('care'), debtorId: TENANTS };
    const second = { ...landBeforeHomes, conditionId: conditionId('second') };
    const text = [...draftedText, added(care), conditionAdded(landBeforeHomes)];
    for (const ends of [
      { dependentId: HOMES, prerequisiteId: care.commitmentId },
      { dependentId: care.commitmentId, prerequisiteId: LAND },
    ]) {
      given(...text)
        .when(add({ ...second, ...ends }))
        .then(conditionAdded({ ...second, ...ends }));
    }
  });

  it('needs both commitments', () => {
    const nothing = commitmentId('nothing');
    refused({ dependentId: nothing }, 'COMMITMENT_UNKNOWN', 'dependentId', { commitmentId: nothing });
    refused({ prerequisiteId: nothing }, 'COMMITMENT_UNKNOWN', 'prerequisiteId', { commitmentId: nothing });
  });

  it('is refused between commitments of one party, and of one commitment on itself', () => {
    const more = { ...homes, commitmentId: commitmentId('more homes') };
    given(...draftedText, added(more))
      .when(add({ prerequisiteId: more.commitmentId }))
      .thenRejected('CONDITION_OF_ONE_PARTY', { rule: '6.4', partyId: CORPORATION });
    refused({ prerequisiteId: HOMES }, 'CONDITION_OF_ONE_PARTY', 'prerequisiteId');
  });

  it('is needed inside the term', () => {
    const late = { ...homes, deadline: day('2027-12-31') };
    given(drafted({ from: day('2024-02-01') }), added({ ...land, from: day('2024-02-01') }), added(late))
      .when(add({ neededBy: day('2024-01-31') }))
      .thenRejected('NEEDED_BY_OUTSIDE_TERM', { field: 'neededBy', termFrom: '2024-02-01' });
    refused({ neededBy: day('2028-01-01') }, 'NEEDED_BY_OUTSIDE_TERM', 'neededBy');
    for (const neededBy of [day('2024-01-01'), day('2027-12-31')]) {
      given(...draftedText)
        .when(add({ neededBy }))
        .then(conditionAdded({ ...landBeforeHomes, neededBy }));
    }
  });

  it('is needed on the last day of the dependent commitment at the latest', () => {
    const early = { ...homes, deadline: day('2025-06-30'), yearSlices: [] };
    const text = [drafted(), added(land), added(early)];
    given(...text)
      .when(add({ neededBy: day('2025-06-30') }))
      .then(conditionAdded({ ...landBeforeHomes, neededBy: day('2025-06-30') }));
    given(...text)
      .when(add({ neededBy: day('2025-07-01') }))
      .thenRejected('NEEDED_BY_AFTER_DEADLINE', { field: 'neededBy', deadline: '2025-06-30' });
  });

  it('is refused when everyone would wait for everyone, naming the chain', () => {
    refusedCircle([], { dependentId: LAND, prerequisiteId: HOMES }, [LAND, HOMES, LAND]);
  });

  it('is refused when a longer chain would close, naming all of it', () => {
    const care = { ...land, commitmentId: commitmentId('care'), debtorId: TENANTS };
    const careAfterHomes = {
      conditionId: conditionId('homes before care'),
      dependentId: care.commitmentId,
      prerequisiteId: HOMES,
      neededBy: day('2024-12-31'),
    };
    refusedCircle(
      [added(care), conditionAdded(careAfterHomes)],
      { dependentId: LAND, prerequisiteId: care.commitmentId },
      [LAND, care.commitmentId, HOMES, LAND],
    );
  });

  function refusedCircle(
    text: readonly AgreementEvent[],
    edge: Partial<Condition>,
    chain: readonly string[],
  ) {
    given(...draftedText, conditionAdded(landBeforeHomes), ...text)
      .when(add({ ...edge, conditionId: conditionId('closing'), neededBy: day('2024-06-30') }))
      .thenRejected('CONDITION_CYCLE', { rule: '6.4', chain });
  }

  it('is refused with an id that is not a UUID', () => {
    refused({ conditionId: 'first' as ConditionId }, 'ID_INVALID', 'conditionId');
  });

  it('is refused once the text is proposed', () => {
    given(...proposal)
      .when(add())
      .thenRejected('AGREEMENT_NOT_DRAFT');
  });
});

describe('removing a condition', () => {
  const remove = command('RemoveCondition', by(CORPORATION), { conditionId: landBeforeHomes.conditionId });

  it('takes it out of the text', () => {
    given(...draftedText, conditionAdded(landBeforeHomes))
      .when(remove)
      .then({ type: 'ConditionRemoved', data: { agreementId, conditionId: landBeforeHomes.conditionId } });
  });

  it('is refused for a condition that is not there', () => {
    given(...draftedText)
      .when(remove)
      .thenRejected('CONDITION_UNKNOWN');
  });
});

describe('explaining why only one party owes something', () => {
  const explanation = 'De gemeente heeft haar grond al in 2022 geleverd.';
  const explain = (text = explanation) =>
    command('ExplainOneSidedness', by(MUNICIPALITY), { explanation: text });

  it('records the explanation', () => {
    given(...draftedText)
      .when(explain())
      .then({ type: 'OneSidednessExplained', data: { agreementId, explanation } });
  });

  it('changes nothing when it says the same', () => {
    given(...draftedText, { type: 'OneSidednessExplained', data: { agreementId, explanation } })
      .when(explain())
      .thenNothing();
  });

  it('is refused when it explains nothing', () => {
    given(...draftedText)
      .when(explain('daarom'))
      .thenRejected('TEXT_TOO_SHORT', { rule: '6.4', field: 'explanation', min: 10 });
  });
});

describe('recording that tenants declined', () => {
  const reason = 'Er is in deze gemeente geen huurdersorganisatie.';
  const record = (partyId: typeof TENANTS | null, actor = CORPORATION, text = reason) =>
    command('RecordTenantsDeclined', by(actor), { partyId, reason: text });
  const declined = (partyId: typeof TENANTS | null, recordedBy = CORPORATION): AgreementEvent => ({
    type: 'TenantsDeclined',
    data: { agreementId, partyId, reason, recordedBy },
  });
  const declinedOnce: readonly AgreementEvent[] = [
    ...proposal,
    declinedBy(TENANTS, 'De huren worden niet genoemd.'),
    {
      type: 'ProposalWithdrawn',
      data: { agreementId, textVersion: 1, reason: 'Zonder huurders verder.', withdrawnBy: MUNICIPALITY },
    },
  ];
  const withoutNames = { ...homes, creditors: [MUNICIPALITY] };
  const revised: AgreementEvent = {
    type: 'CommitmentRevised',
    data: { agreementId, commitment: withoutNames },
  };

  it('keeps the reason', () => {
    given(drafted()).when(record(null)).then(declined(null));
  });

  it('may name an organisation that is no signatory', () => {
    const elsewhere = partyId('another tenants organisation');
    given(drafted()).when(record(elsewhere)).then(declined(elsewhere));
  });

  it('changes nothing when it says the same', () => {
    given(drafted(), declined(null)).when(record(null)).thenNothing();
  });

  it('is refused without a reason', () => {
    given(drafted())
      .when(record(null, CORPORATION, 'nee'))
      .thenRejected('TEXT_TOO_SHORT', { rule: '6.1', field: 'reason' });
  });

  it('can be done by the tenants themselves, who then leave the agreement', () => {
    const history = [drafted(), added(land), added(withoutNames)];
    given(...history)
      .when(record(TENANTS, TENANTS))
      .then(declined(TENANTS, TENANTS));
    given(...history, declined(TENANTS, TENANTS))
      .when(command('ProposeAgreement', by(TENANTS), {}))
      .thenRejected('NOT_A_PARTY');
  });

  it('is refused to others while the tenants have not declined a proposal: nobody acts for another', () => {
    given(drafted(), added(land), added(withoutNames))
      .when(record(TENANTS))
      .thenRejected('TENANTS_HAVE_NOT_DECLINED', { rule: '6.1', partyId: TENANTS });
  });

  it('can be done by others once the tenants have declined a proposal', () => {
    given(...declinedOnce, revised)
      .when(record(TENANTS))
      .then(declined(TENANTS));
  });

  it('is refused while a commitment names the tenants', () => {
    given(...declinedOnce)
      .when(record(TENANTS))
      .thenRejected('TENANTS_STILL_NAMED', { commitmentIds: [HOMES] });
  });

  it('is refused for a signatory of another kind', () => {
    given(drafted()).when(record(MUNICIPALITY)).thenRejected('NOT_A_TENANTS_ORGANISATION');
  });

  it('is refused once the text is proposed or in force', () => {
    given(...proposal)
      .when(record(null))
      .thenRejected('AGREEMENT_NOT_DRAFT');
    given(...inForce)
      .when(record(null))
      .thenRejected('AGREEMENT_NOT_DRAFT');
  });

  it('is refused to those who are not a party', () => {
    given(drafted()).when(record(null, CARE_PROVIDER)).thenRejected('NOT_A_PARTY');
  });
});

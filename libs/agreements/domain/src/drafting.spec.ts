import { type PartyId } from '@intekenboek/event-sourcing-core';
import { scenarioFor } from '@intekenboek/event-sourcing-testing';

import type { DraftAgreement } from './agreement.commands';
import { agreementDecider } from './agreement.decider';
import {
  agreementId,
  by,
  CARE_PROVIDER,
  CORPORATION,
  day,
  drafted,
  factsOf,
  MUNICIPALITY,
  partyId,
  PROVINCE,
  signatory,
  TENANTS,
} from './agreement.fixtures';
import type { PartyFacts } from './signatory';

const given = scenarioFor(agreementDecider);

function draft(
  changes: Partial<DraftAgreement['data']> = {},
  { meta = by(CORPORATION), parties }: { meta?: DraftAgreement['meta']; parties?: PartyFacts[] } = {},
): DraftAgreement {
  const signatoryIds: readonly PartyId[] = changes.signatoryIds ?? [MUNICIPALITY, CORPORATION, TENANTS];
  return {
    type: 'DraftAgreement',
    meta,
    data: {
      agreementId,
      kind: 'LOCAL',
      title: 'Prestatieafspraken Amsterdam 2024-2027',
      from: day('2024-01-01'),
      until: day('2027-12-31'),
      visibility: 'PARTIES',
      legalBasis: 'Woningwet art. 44',
      ...changes,
      signatoryIds,
    },
    parties: parties ?? signatoryIds.map(factsOf),
  };
}

describe('drafting an agreement', () => {
  it('records who the signatories are, as they are known today', () => {
    given().when(draft()).then(drafted());
  });

  it('is refused to who may not draft for the party', () => {
    given()
      .when(draft({}, { meta: by(CORPORATION, { roles: ['REPORTER', 'ADMIN'] }) }))
      .thenRejected('ROLE_MISSING', { anyOf: ['DRAFTER'] });
  });

  it('is refused to who is not one of the signatories', () => {
    given()
      .when(draft({}, { meta: by(CARE_PROVIDER) }))
      .thenRejected('DRAFTER_NOT_SIGNATORY');
  });

  it('is refused for a party that nobody knows, naming it', () => {
    const unknown = partyId('nobody');
    given()
      .when(
        draft(
          { signatoryIds: [MUNICIPALITY, CORPORATION, unknown] },
          { parties: [MUNICIPALITY, CORPORATION].map(factsOf) },
        ),
      )
      .thenRejected('PARTY_UNKNOWN', { rule: '6.1', field: 'signatoryIds', partyId: unknown });
  });

  it('is refused for a party that has ended, naming it and its successors', () => {
    const ended = { ...factsOf(TENANTS), endedOn: day('2024-03-15'), successorIds: [partyId('union')] };
    given()
      .when(draft({}, { parties: [factsOf(MUNICIPALITY), factsOf(CORPORATION), ended] }))
      .thenRejected('PARTY_ENDED', { partyId: TENANTS, successorIds: [partyId('union')] });
  });

  it('is possible for a party that ends tomorrow', () => {
    const ending = { ...factsOf(TENANTS), endedOn: day('2024-03-16') };
    given()
      .when(draft({}, { parties: [factsOf(MUNICIPALITY), factsOf(CORPORATION), ending] }))
      .then(drafted());
  });

  it('is refused for a party that does not exist yet', () => {
    const coming = { ...factsOf(TENANTS), validFrom: day('2024-03-16') };
    given()
      .when(draft({}, { parties: [factsOf(MUNICIPALITY), factsOf(CORPORATION), coming] }))
      .thenRejected('PARTY_NOT_YET_VALID', { partyId: TENANTS, validFrom: '2024-03-16' });
  });

  it('is possible for a party that exists since today', () => {
    const born = { ...factsOf(TENANTS), validFrom: day('2024-03-15') };
    given()
      .when(draft({}, { parties: [factsOf(MUNICIPALITY), factsOf(CORPORATION), born] }))
      .then(drafted());
  });

  it('is refused locally without a municipality', () => {
    given()
      .when(draft({ signatoryIds: [CORPORATION, TENANTS] }))
      .thenRejected('MUNICIPALITY_MISSING', { rule: '6.1' });
  });

  it('is refused locally without a corporation', () => {
    given()
      .when(draft({ signatoryIds: [MUNICIPALITY, TENANTS] }, { meta: by(MUNICIPALITY) }))
      .thenRejected('CORPORATION_MISSING', { rule: '6.1' });
  });

  it('needs no corporation for a regional deal, but a municipality or a province', () => {
    const signatoryIds = [PROVINCE, CARE_PROVIDER];
    given()
      .when(draft({ kind: 'REGIONAL_DEAL', signatoryIds }, { meta: by(PROVINCE) }))
      .then(
        drafted({ kind: 'REGIONAL_DEAL', signatories: signatoryIds.map(signatory), draftedBy: PROVINCE }),
      );
    given()
      .when(draft({ kind: 'REGIONAL_DEAL', signatoryIds: [CORPORATION, TENANTS] }))
      .thenRejected('MUNICIPALITY_OR_PROVINCE_MISSING', { rule: '6.1' });
  });

  it('lets any two parties make a national accord', () => {
    const signatoryIds = [CORPORATION, CARE_PROVIDER];
    given()
      .when(draft({ kind: 'NATIONAL_ACCORD', signatoryIds }))
      .then(drafted({ kind: 'NATIONAL_ACCORD', signatories: signatoryIds.map(signatory) }));
  });

  it('is refused for one party alone', () => {
    given()
      .when(draft({ kind: 'NATIONAL_ACCORD', signatoryIds: [CORPORATION] }))
      .thenRejected('SIGNATORIES_TOO_FEW', { min: 2 });
  });

  it('is refused for more than a hundred signatories', () => {
    const many = Array.from({ length: 100 }, (_, index) => partyId(`party ${index}`));
    given()
      .when(draft({ signatoryIds: [CORPORATION, ...many] }, { parties: [] }))
      .thenRejected('SIGNATORIES_TOO_MANY', { max: 100 });
    given()
      .when(draft({ signatoryIds: [CORPORATION, ...many.slice(1)] }, { parties: [] }))
      .thenRejected('PARTY_UNKNOWN');
  });

  it('is refused when a signatory is named twice', () => {
    given()
      .when(draft({ signatoryIds: [MUNICIPALITY, CORPORATION, CORPORATION] }))
      .thenRejected('SIGNATORY_REPEATED');
  });

  it('is refused for a term that ends before it begins', () => {
    given()
      .when(draft({ from: day('2024-01-02'), until: day('2024-01-01') }))
      .thenRejected('TERM_INVERTED', { field: 'until' });
  });

  it('is possible for a term of one day', () => {
    given()
      .when(draft({ until: day('2024-01-01') }))
      .then(drafted({ until: day('2024-01-01') }));
  });

  it('is refused without a title', () => {
    given()
      .when(draft({ title: '  x ' }))
      .thenRejected('TEXT_TOO_SHORT', { field: 'title', min: 3 });
  });

  it('may name the law on which it rests, or none', () => {
    given()
      .when(draft({ legalBasis: null }))
      .then(drafted({ legalBasis: null }));
    given()
      .when(draft({ legalBasis: ' ' }))
      .thenRejected('TEXT_TOO_SHORT', { field: 'legalBasis' });
  });

  it('is refused with an id that is not a UUID', () => {
    given()
      .when(draft({ agreementId: 'prestatieafspraak-1' as typeof agreementId }))
      .thenRejected('ID_INVALID', { field: 'agreementId' });
  });

  it('is refused under an id that is in use', () => {
    given(drafted()).when(draft()).thenRejected('AGREEMENT_ALREADY_DRAFTED');
  });

  it('tells an outsider nothing about an id that is in use', () => {
    const signatoryIds = [MUNICIPALITY, CARE_PROVIDER];
    given(drafted())
      .when(draft({ kind: 'NATIONAL_ACCORD', signatoryIds }, { meta: by(CARE_PROVIDER) }))
      .thenRejected('NOT_A_PARTY');
  });
});

import type { Actor, CalendarDate, PartyId, PartyKind } from '@intekenboek/event-sourcing-core';
import { commandMeta, scenarioFor, someone } from '@intekenboek/event-sourcing-testing';

import type { AddIdentifier, EndIdentifier, MergeParty, RegisterParty } from './party.commands';
import { partyDecider } from './party.decider';
import { AMSTERDAM, FROM, MERGER_DAY, valid, WEESP, weespRegistered } from './party.fixtures';

const given = scenarioFor(partyDecider);
const registrar = someone({ partyKind: 'NATIONAL_PROGRAMME', territory: 'NL' });

const register = (part: Partial<RegisterParty['data']> = {}, actor: Actor = registrar): RegisterParty => ({
  type: 'RegisterParty',
  data: { ...weespRegistered().data, ...part },
  meta: commandMeta({ actor }),
});

describe('registering a party', () => {
  it('records the party with its identifiers and the source of the facts', () => {
    given().when(register()).then(weespRegistered());
  });

  it('trims the name', () => {
    given()
      .when(register({ name: ' Weesp ' }))
      .then(weespRegistered());
  });

  it('is done once', () => {
    given(weespRegistered()).when(register()).thenRejected('PARTY_ALREADY_REGISTERED');
  });

  it.each<[string, Actor]>([
    ['another party than the national programme office', someone({ partyKind: 'PROVINCE' })],
    ['a person without the role of administrator', { ...registrar, roles: ['REVIEWER'] }],
  ])('is refused to %s', (_, actor) => {
    given().when(register({}, actor)).thenRejected('NOT_REGISTRAR', { rule: '4' });
  });

  it('is refused under an id that is no UUID in small letters', () => {
    const partyId = WEESP.toUpperCase() as PartyId;
    given().when(register({ partyId })).thenRejected('PARTY_ID_INVALID', { field: 'partyId' });
  });

  it('is refused without a name', () => {
    given()
      .when(register({ name: '  ' }))
      .thenRejected('PARTY_NAME_MISSING', { field: 'name' });
  });

  it('is refused without a source', () => {
    given()
      .when(register({ source: '' }))
      .thenRejected('PARTY_SOURCE_MISSING', { field: 'source' });
  });
});

describe('the identifiers of a party', () => {
  it.each<[PartyKind, string]>([
    ['MUNICIPALITY', 'GM'],
    ['PROVINCE', 'PV'],
    ['CORPORATION', 'L_NUMBER'],
  ])('of kind %s must have %s', (kind, scheme) => {
    given()
      .when(register({ kind, territory: null, identifiers: [] }))
      .thenRejected('IDENTIFIER_MISSING', { kind, scheme });
  });

  it('may be absent for an informal tenants’ group', () => {
    const group = { kind: 'TENANTS_ORGANISATION', territory: null, identifiers: [] } as const;
    given().when(register(group)).then(weespRegistered(group));
  });

  it.each([
    ['GM', '0457'],
    ['GM', 'GM457'],
    ['L_NUMBER', '0123'],
    ['KVK', '1234567'],
    ['KVK', '123456789'],
    ['AGB', 'AB345678'],
    ['OIN', '0000000912345678900'],
    ['OIN', '99999999123456789000'],
  ] as const)('of scheme %s refuse the value %s', (scheme, value) => {
    given()
      .when(register({ identifiers: [valid('GM', 'GM0457'), valid(scheme, value)] }))
      .thenRejected('IDENTIFIER_INVALID', { scheme, value, field: 'identifiers' });
  });

  it('keep their leading zeros', () => {
    const identifiers = [
      valid('GM', 'GM0457'),
      valid('KVK', '00123456'),
      valid('OIN', '00000099000000000001'),
    ];
    given().when(register({ identifiers })).then(weespRegistered({ identifiers }));
  });

  it('must fit the kind of party', () => {
    given()
      .when(register({ identifiers: [valid('GM', 'GM0457'), valid('AGB', '01234567')] }))
      .thenRejected('IDENTIFIER_NOT_FOR_KIND', { scheme: 'AGB' });
  });

  it('may not come twice', () => {
    given()
      .when(register({ identifiers: [valid('GM', 'GM0457'), valid('GM', 'GM0457')] }))
      .thenRejected('IDENTIFIER_TWICE', { identifier: 'GM:GM0457' });
  });

  it('may not end before they begin', () => {
    const ended = { ...valid('GM', 'GM0457'), validUntil: '2020-12-31' as CalendarDate };
    given()
      .when(register({ identifiers: [ended] }))
      .thenRejected('IDENTIFIER_PERIOD_INVALID');
  });

  const add = (value: string): AddIdentifier => ({
    type: 'AddIdentifier',
    data: { partyId: WEESP, identifier: valid('KVK', value) },
    meta: commandMeta({ actor: registrar }),
  });

  it('may be added later', () => {
    given(weespRegistered())
      .when(add('01234567'))
      .then({ type: 'IdentifierAdded', data: { partyId: WEESP, identifier: valid('KVK', '01234567') } });
  });

  it('change nothing when added again', () => {
    given(weespRegistered({ identifiers: [valid('KVK', '01234567')] }))
      .when(add('01234567'))
      .thenNothing();
  });

  const end = (part: Partial<EndIdentifier['data']> = {}): EndIdentifier => ({
    type: 'EndIdentifier',
    data: {
      partyId: WEESP,
      scheme: 'GM',
      value: 'GM0457',
      validUntil: MERGER_DAY,
      reason: 'Merged',
      ...part,
    },
    meta: commandMeta({ actor: registrar }),
  });

  it('can end on a day, with a reason, and stay known', () => {
    given(weespRegistered()).when(end()).then({ type: 'IdentifierEnded', data: end().data });
  });

  it('cannot end without a reason', () => {
    given(weespRegistered())
      .when(end({ reason: ' ' }))
      .thenRejected('REASON_MISSING', { field: 'reason' });
  });

  it('cannot end when unknown', () => {
    given(weespRegistered())
      .when(end({ value: 'GM0001' }))
      .thenRejected('IDENTIFIER_UNKNOWN');
  });
});

describe('the territory of a party', () => {
  it('of a municipality is its own GM code', () => {
    given()
      .when(register({ territory: 'GM0363' }))
      .thenRejected('TERRITORY_NOT_FOR_KIND', { expected: 'GM0457' });
  });

  it('must exist on the day the party starts', () => {
    given()
      .when(register({ validFrom: '2022-03-24' as CalendarDate }))
      .thenRejected('TERRITORY_UNKNOWN', { territory: 'GM0457', on: '2022-03-24' });
  });

  it('is nothing for a corporation, whose working area names municipalities', () => {
    const corporation = {
      kind: 'CORPORATION',
      territory: null,
      workingArea: ['GM0363', 'GM0457'],
      identifiers: [valid('L_NUMBER', 'L0123')],
    } as const;
    given().when(register(corporation)).then(weespRegistered(corporation));
    given()
      .when(register({ ...corporation, workingArea: ['GM9999'] }))
      .thenRejected('TERRITORY_UNKNOWN', { field: 'territory', text: 'GM9999' });
  });
});

describe('merging a party into its successors', () => {
  const amsterdam = { partyId: AMSTERDAM, kind: 'MUNICIPALITY' as const, isEnded: false };
  const merge = (
    part: Partial<MergeParty['data']> = {},
    successors: MergeParty['successors'] = [amsterdam],
  ): MergeParty => ({
    type: 'MergeParty',
    data: { partyId: WEESP, successorIds: [AMSTERDAM], mergedOn: MERGER_DAY, reason: 'Herindeling', ...part },
    successors,
    meta: commandMeta({ actor: registrar }),
  });
  const merged = {
    type: 'PartyMerged' as const,
    data: { partyId: WEESP, successorIds: [AMSTERDAM], mergedOn: MERGER_DAY, reason: 'Herindeling' },
  };

  it('ends the party on a day within the year and names its successors', () => {
    given(weespRegistered()).when(merge()).then(merged);
  });

  it('is refused for a party that has ended already', () => {
    given(weespRegistered(), merged).when(merge()).thenRejected('PARTY_ENDED', { endedOn: MERGER_DAY });
  });

  it('is refused for a party nobody registered', () => {
    given().when(merge()).thenRejected('PARTY_UNKNOWN');
  });

  it('needs a successor', () => {
    given(weespRegistered())
      .when(merge({ successorIds: [] }))
      .thenRejected('SUCCESSOR_MISSING');
  });

  it.each<[string, MergeParty]>([
    ['SUCCESSOR_IS_SELF', merge({ successorIds: [WEESP] })],
    ['SUCCESSOR_UNKNOWN', merge({}, [])],
    ['SUCCESSOR_UNKNOWN', merge({}, [{ ...amsterdam, isEnded: true }])],
    ['SUCCESSOR_OF_OTHER_KIND', merge({}, [{ ...amsterdam, kind: 'CORPORATION' }])],
  ])('is refused with %s', (code, command) => {
    given(weespRegistered()).when(command).thenRejected(code, { field: 'successorIds' });
  });

  it('is refused before the party began', () => {
    given(weespRegistered())
      .when(merge({ mergedOn: FROM }))
      .thenRejected('MERGER_BEFORE_START');
  });
});

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
  drafted,
  draftedText,
  homes,
  HOMES,
  inForce,
  land,
  LAND,
  landBeforeHomes,
  MUNICIPALITY,
  proposal,
  PROVINCE,
  signatory,
  TENANTS,
  wordingOf,
} from './agreement.fixtures';
import type { CommitmentWording } from './commitment';
import type { CommitmentId, TargetId } from './ids';
import type { Measure } from './measure';

const given = scenarioFor(agreementDecider);

const add = (changes: Partial<CommitmentWording> = {}, commitment = homes) =>
  command('AddCommitment', by(CORPORATION), { commitment: wordingOf(commitment, changes) });

/** One commitment in a fresh draft is refused, naming rule 6.2 and the field. */
const refused = (changes: Partial<CommitmentWording>, code: string, field: string, details: object = {}) =>
  given(drafted())
    .when(add(changes))
    .thenRejected(code, { rule: '6.2', field, commitmentId: HOMES, ...details });

const accepted = (changes: Partial<CommitmentWording>, unit = 'DWELLINGS') =>
  given(drafted())
    .when(add(changes))
    .then(added({ ...homes, ...changes, unit }));

describe('adding a commitment', () => {
  it('records it whole, with the unit that follows from its result kind', () => {
    given(drafted()).when(add()).then(added(homes));
    given(drafted()).when(add({}, land)).then(added(land));
  });

  it('does not store what the sender puts in besides', () => {
    const wording = { ...wordingOf(homes), unit: 'EURO', tenant: 'J. Jansen' };
    given(drafted())
      .when(command('AddCommitment', by(CORPORATION), { commitment: wording }))
      .then(added(homes));
  });

  it('changes nothing when the same comes again', () => {
    given(drafted(), added(homes)).when(add()).thenNothing();
  });

  it('is refused under an id that stands for another', () => {
    given(drafted(), added(homes))
      .when(add({ text: 'De corporatie levert iets anders op.' }))
      .thenRejected('COMMITMENT_ALREADY_ADDED', { commitmentId: HOMES });
  });

  it('is refused to those who are not a party', () => {
    given(drafted())
      .when(command('AddCommitment', by(CARE_PROVIDER), { commitment: wordingOf(homes) }))
      .thenRejected('NOT_A_PARTY');
  });

  it('answers an outsider the same where there is no agreement', () => {
    given()
      .when(command('AddCommitment', by(CARE_PROVIDER), { commitment: wordingOf(homes) }))
      .thenRejected('NOT_A_PARTY');
  });

  it('is refused to who may not draft for the party', () => {
    given(drafted())
      .when(command('AddCommitment', by(TENANTS, { roles: ['SIGNATORY'] }), { commitment: wordingOf(homes) }))
      .thenRejected('ROLE_MISSING');
  });

  it('is refused once the text is proposed, and once it is in force', () => {
    const care = add({ commitmentId: commitmentId('care') });
    given(...proposal)
      .when(care)
      .thenRejected('AGREEMENT_NOT_DRAFT', { rule: '6.6', status: 'PROPOSED' });
    given(...inForce)
      .when(care)
      .thenRejected('AGREEMENT_NOT_DRAFT', { status: 'IN_FORCE' });
  });

  it('is refused beyond five hundred in one agreement', () => {
    const many = Array.from({ length: 500 }, (_, index) =>
      added({ ...homes, commitmentId: commitmentId(`no. ${index}`) }),
    );
    given(drafted(), ...many)
      .when(add())
      .thenRejected('COMMITMENTS_TOO_MANY', { max: 500 });
  });

  it('is refused without its sentence', () => {
    refused({ text: '' }, 'TEXT_TOO_SHORT', 'text');
    accepted({ text: 'x'.repeat(4_000) });
    refused({ text: 'x'.repeat(4_001) }, 'TEXT_TOO_LONG', 'text', { max: 4_000 });
  });

  it('is refused when its sentence seems to name a person', () => {
    refused({ text: 'Vragen aan jan@corporatie.nl' }, 'PERSONAL_DATA_SUSPECTED', 'text', { found: 'e-mail' });
    refused({ text: 'Huisvest 123456782 voor de zomer.' }, 'PERSONAL_DATA_SUSPECTED', 'text', {
      found: 'BSN',
    });
  });

  it('takes amounts of money for what they are', () => {
    const text = 'De corporatie investeert 123.456.789 euro, dat is € 123456789,50 met rente.';
    accepted({ text });
  });

  it('is refused with an id that is not a UUID', () => {
    given(drafted())
      .when(add({ commitmentId: '1' as CommitmentId }))
      .thenRejected('ID_INVALID', { rule: '6.2', field: 'commitmentId' });
  });
});

describe('the parties of a commitment', () => {
  it('must be signatories: the debtor', () => {
    refused({ debtorId: CARE_PROVIDER }, 'DEBTOR_NOT_SIGNATORY', 'debtorId', { partyId: CARE_PROVIDER });
  });

  it('must be signatories: every creditor', () => {
    refused({ creditors: [MUNICIPALITY, CARE_PROVIDER] }, 'CREDITOR_NOT_SIGNATORY', 'creditors', {
      partyId: CARE_PROVIDER,
    });
  });

  it('may owe it to the public', () => {
    accepted({ creditors: ['PUBLIC'] });
  });

  it('include at least one creditor', () => {
    refused({ creditors: [] }, 'CREDITOR_MISSING', 'creditors');
  });

  it('are not the debtor alone on both sides', () => {
    refused({ creditors: [CORPORATION] }, 'CREDITOR_IS_DEBTOR', 'creditors', { partyId: CORPORATION });
    accepted({ creditors: [CORPORATION, MUNICIPALITY] });
  });

  it('are each named once', () => {
    refused({ creditors: [MUNICIPALITY, MUNICIPALITY] }, 'CREDITOR_REPEATED', 'creditors');
  });
});

describe('the measure of a commitment', () => {
  const withMeasure = (measure: Measure, resultKind = 'DWELLINGS_DELIVERED') => ({
    measure,
    resultKind,
    yearSlices: [],
    dwellingKind: null,
  });

  it('has a result kind that is known', () => {
    refused({ resultKind: 'HAPPINESS' }, 'RESULT_KIND_UNKNOWN', 'resultKind', { code: 'HAPPINESS' });
  });

  it('is a number above nought', () => {
    refused(withMeasure({ kind: 'AMOUNT', amount: 0 }), 'AMOUNT_NOT_POSITIVE', 'measure.amount');
    refused(withMeasure({ kind: 'MAXIMUM', amount: -1 }), 'AMOUNT_NOT_POSITIVE', 'measure.amount');
    refused(withMeasure({ kind: 'AMOUNT', amount: NaN }), 'AMOUNT_NOT_POSITIVE', 'measure.amount');
  });

  it('is a number that somebody could mean', () => {
    accepted(withMeasure({ kind: 'AMOUNT', amount: 1e12 }));
    refused(withMeasure({ kind: 'AMOUNT', amount: 1e12 + 1 }), 'AMOUNT_TOO_LARGE', 'measure.amount');
  });

  it('counts dwellings and persons whole', () => {
    refused(withMeasure({ kind: 'AMOUNT', amount: 1.5 }), 'AMOUNT_NOT_WHOLE', 'measure.amount');
    refused(
      withMeasure({ kind: 'MAXIMUM', amount: 9.9 }, 'PERSONS_HOUSED'),
      'AMOUNT_NOT_WHOLE',
      'measure.amount',
    );
    accepted(withMeasure({ kind: 'AMOUNT', amount: 1.5 }, 'FTE_DEPLOYED'), 'FTE');
  });

  it('may be a band from less to more', () => {
    accepted(withMeasure({ kind: 'BAND', min: 100, max: 140 }));
    refused(withMeasure({ kind: 'BAND', min: 140, max: 140 }), 'BAND_INVERTED', 'measure.max');
    refused(withMeasure({ kind: 'BAND', min: 0, max: 140 }), 'AMOUNT_NOT_POSITIVE', 'measure.min');
    refused(withMeasure({ kind: 'BAND', min: 1, max: 1.5 }), 'AMOUNT_NOT_WHOLE', 'measure.max');
  });

  it('may be a maximum', () => {
    accepted(withMeasure({ kind: 'MAXIMUM', amount: 1_950 }, 'DWELLINGS_ALLOCATED'));
  });

  it('may be a share above nought up to the whole, with its denominator', () => {
    const share = (percent: number, denominator = 'vrijkomende sociale huurwoningen'): Measure => ({
      kind: 'SHARE',
      percent,
      denominator,
    });
    accepted(withMeasure(share(100), 'ALLOCATION_SHARE'), 'PERCENT');
    accepted(withMeasure(share(0.5), 'ALLOCATION_SHARE'), 'PERCENT');
    refused(withMeasure(share(0), 'ALLOCATION_SHARE'), 'SHARE_OUT_OF_RANGE', 'measure.percent');
    refused(withMeasure(share(100.1), 'ALLOCATION_SHARE'), 'SHARE_OUT_OF_RANGE', 'measure.percent');
    refused(withMeasure(share(30, ' '), 'ALLOCATION_SHARE'), 'TEXT_TOO_SHORT', 'measure.denominator');
  });

  it('never mixes a share of the stock with a share of new-build', () => {
    const share = (denominator: string): Measure => ({ kind: 'SHARE', percent: 30, denominator });
    const stock = withMeasure(share('bestaande woningvoorraad in de gemeente'), 'STOCK_SHARE');
    const newBuild = withMeasure(share('nieuw gebouwde woningen in de regio'), 'NEW_BUILD_SHARE');
    accepted(stock, 'PERCENT');
    accepted(newBuild, 'PERCENT');

    const mixed = (changes: Partial<CommitmentWording>, expected: RegExp) =>
      refused(changes, 'SHARES_MIXED', 'measure.denominator', { expected: expect.stringMatching(expected) });
    mixed(withMeasure(share('de nieuwbouw in de gemeente'), 'STOCK_SHARE'), /stand in a municipality/);
    mixed(withMeasure(share('nieuwe woningbouw'), 'STOCK_SHARE'), /stand in a municipality/);
    mixed({ ...stock, dwellingKind: 'NEW_BUILD' }, /stand in a municipality/);
    mixed(withMeasure(share('de totale voorraad'), 'NEW_BUILD_SHARE'), /newly built in a region/);
    mixed({ ...newBuild, dwellingKind: 'EXISTING_STOCK' }, /newly built in a region/);
  });

  it('may be a process result that is done or not done', () => {
    const done: Measure = { kind: 'PROCESS_RESULT', result: 'De urgentieverordening is vastgesteld.' };
    accepted(withMeasure(done, 'PROCESS_RESULT'), 'DONE');
    refused(
      withMeasure({ kind: 'PROCESS_RESULT', result: '' }, 'PROCESS_RESULT'),
      'TEXT_TOO_SHORT',
      'measure.result',
    );
  });

  it('fits the result kind', () => {
    const share: Measure = { kind: 'SHARE', percent: 30, denominator: 'alle toewijzingen' };
    const fitting = ['AMOUNT', 'BAND', 'MAXIMUM', 'EFFORT'];
    refused(withMeasure(share), 'MEASURE_UNFIT', 'measure', { measure: 'SHARE', fitting });
    refused(withMeasure({ kind: 'AMOUNT', amount: 30 }, 'ALLOCATION_SHARE'), 'MEASURE_UNFIT', 'measure');
    refused(withMeasure({ kind: 'AMOUNT', amount: 1 }, 'PROCESS_RESULT'), 'MEASURE_UNFIT', 'measure');
    refused(withMeasure({ kind: 'PROCESS_RESULT', result: 'Klaar.' }), 'MEASURE_UNFIT', 'measure');
  });

  it('may be an effort, which counts towards nothing', () => {
    accepted({ ...withMeasure({ kind: 'EFFORT' }), source: '' });
    const countsTowards = [commitmentId('some target') as string as TargetId];
    refused({ ...withMeasure({ kind: 'EFFORT' }), countsTowards }, 'COUNTS_WITHOUT_MEASURE', 'countsTowards');
  });

  it('has a source for its figures', () => {
    refused({ source: '' }, 'TEXT_TOO_SHORT', 'source');
  });

  it('counts to each target once', () => {
    const target = commitmentId('some target') as string as TargetId;
    accepted({ countsTowards: [target] });
    refused({ countsTowards: [target, target] }, 'COUNTS_TOWARDS_REPEATED', 'countsTowards');
    refused({ countsTowards: ['250.000' as TargetId] }, 'ID_INVALID', 'countsTowards');
  });
});

describe('the period of a commitment', () => {
  it('lies inside the term of the agreement, its first and last day included', () => {
    const term = { termFrom: '2024-01-01', termUntil: '2027-12-31' };
    accepted({ from: day('2024-01-01'), deadline: day('2027-12-31') });
    accepted({ from: day('2025-05-05'), deadline: day('2025-05-05'), yearSlices: [] });
    refused({ from: day('2023-12-31') }, 'PERIOD_OUTSIDE_TERM', 'from', term);
    refused({ deadline: day('2028-01-01') }, 'PERIOD_OUTSIDE_TERM', 'deadline', term);
  });

  it('does not end before it begins', () => {
    refused({ from: day('2025-01-02'), deadline: day('2025-01-01') }, 'PERIOD_INVERTED', 'deadline');
  });
});

describe('the territory of a commitment', () => {
  const regional = drafted({
    kind: 'REGIONAL_DEAL',
    signatories: [PROVINCE, CORPORATION, MUNICIPALITY, TENANTS].map(signatory),
  });
  const national = drafted({ kind: 'NATIONAL_ACCORD' });

  it('is a municipality that signs, in a local agreement', () => {
    refused({ territory: 'GM0344' }, 'TERRITORY_OUTSIDE_PARTIES', 'territory', { territories: ['GM0363'] });
    refused({ territory: 'PV27' }, 'TERRITORY_OUTSIDE_PARTIES', 'territory');
    refused({ territory: 'NL' }, 'TERRITORY_OUTSIDE_PARTIES', 'territory');
  });

  it('does not become wider because a province signs a local agreement too', () => {
    const signatories = [PROVINCE, CORPORATION, MUNICIPALITY, TENANTS].map(signatory);
    given(drafted({ signatories }))
      .when(add({ territory: 'GM0394' }))
      .thenRejected('TERRITORY_OUTSIDE_PARTIES', { territories: ['GM0363'] });
  });

  it('lies in a signatory province or municipality, in a regional deal', () => {
    for (const territory of ['PV27', 'GM0394', 'GM0363']) {
      given(regional)
        .when(add({ territory }))
        .then(added({ ...homes, territory }));
    }
    given(regional)
      .when(add({ territory: 'GM0344' }))
      .thenRejected('TERRITORY_OUTSIDE_PARTIES', { rule: '6.2', territories: ['PV27', 'GM0363'] });
  });

  it('is anywhere in a national accord', () => {
    for (const territory of ['NL', 'PV20', 'GM0014']) {
      given(national)
        .when(add({ territory }))
        .then(added({ ...homes, territory }));
    }
  });

  it('exists when the commitment begins', () => {
    const weesp = { territory: 'GM0457' };
    given(national).when(add(weesp)).thenRejected('TERRITORY_UNKNOWN', { field: 'territory' });
    given(drafted({ kind: 'NATIONAL_ACCORD', from: day('2022-01-01') }))
      .when(add({ ...weesp, from: day('2022-03-23') }))
      .then(added({ ...homes, ...weesp, from: day('2022-03-23') }));
    refused({ territory: 'gm0363' }, 'TERRITORY_UNKNOWN', 'territory');
    refused({ territory: '363' }, 'TERRITORY_UNKNOWN', 'territory');
  });

  it('is judged by the oldest facts when the commitment began before them', () => {
    given(drafted({ from: day('2019-01-01') }))
      .when(add({ from: day('2019-01-01') }))
      .then(added({ ...homes, from: day('2019-01-01') }));
  });
});

describe('the codes of a commitment', () => {
  it('stand in the lists of the day on which it begins', () => {
    refused({ theme: 'LEISURE' }, 'THEME_UNKNOWN', 'theme', { code: 'LEISURE', date: '2024-01-01' });
    refused({ targetGroups: ['OLDER_PEOPLE', 'ASTRONAUTS'] }, 'TARGET_GROUP_UNKNOWN', 'targetGroups');
    refused({ priceSegment: 'CHEAP' }, 'PRICE_SEGMENT_UNKNOWN', 'priceSegment');
    refused({ dwellingKind: 'CASTLE' }, 'DWELLING_KIND_UNKNOWN', 'dwellingKind');
  });

  it('may be left out', () => {
    accepted({ theme: null, targetGroups: [], priceSegment: null, dwellingKind: null });
  });

  it('name a target group once, and several where people fit more', () => {
    accepted({ targetGroups: ['OLDER_PEOPLE', 'MEDICAL_URGENCY'] });
    refused({ targetGroups: ['STUDENTS', 'STUDENTS'] }, 'TARGET_GROUP_REPEATED', 'targetGroups');
  });
});

describe('the year slices of a commitment', () => {
  const slices = (...amounts: readonly (readonly [number, number])[]) => ({
    yearSlices: amounts.map(([year, amount]) => ({ year, amount })),
  });

  it('sum to the whole', () => {
    accepted(slices([2024, 0], [2025, 119], [2026, 1]));
    refused(slices([2025, 119]), 'YEAR_SLICES_DO_NOT_SUM', 'yearSlices', { sum: 119, whole: 120 });
    refused(slices([2025, 60], [2026, 61]), 'YEAR_SLICES_DO_NOT_SUM', 'yearSlices', { sum: 121 });
  });

  it('sum to the least of a band and to a maximum', () => {
    accepted({ measure: { kind: 'BAND', min: 100, max: 140 }, ...slices([2024, 100]) });
    refused(
      { measure: { kind: 'BAND', min: 100, max: 140 }, ...slices([2024, 140]) },
      'YEAR_SLICES_DO_NOT_SUM',
      'yearSlices',
      { whole: 100 },
    );
    accepted({ measure: { kind: 'MAXIMUM', amount: 8 }, ...slices([2024, 4], [2025, 4]) });
  });

  it('sum also where binary numbers do not', () => {
    const fte: Measure = { kind: 'AMOUNT', amount: 0.3 };
    accepted({ resultKind: 'FTE_DEPLOYED', measure: fte, ...slices([2024, 0.1], [2025, 0.2]) }, 'FTE');
  });

  it('mean nothing for a share, a process result or an effort', () => {
    const share: Measure = { kind: 'SHARE', percent: 30, denominator: 'alle toewijzingen' };
    refused(
      { resultKind: 'ALLOCATION_SHARE', measure: share, ...slices([2024, 30]) },
      'YEAR_SLICES_WITHOUT_WHOLE',
      'yearSlices',
      { measure: 'SHARE' },
    );
    refused({ measure: { kind: 'EFFORT' } }, 'YEAR_SLICES_WITHOUT_WHOLE', 'yearSlices');
  });

  it('lie within the period', () => {
    const period = { from: day('2025-01-01'), deadline: day('2026-06-30') };
    accepted({ ...period, ...slices([2025, 60], [2026, 60]) });
    refused({ ...period, ...slices([2024, 120]) }, 'YEAR_SLICE_OUTSIDE_PERIOD', 'yearSlices', { year: 2024 });
    refused({ ...period, ...slices([2027, 120]) }, 'YEAR_SLICE_OUTSIDE_PERIOD', 'yearSlices');
    refused({ ...period, ...slices([2025.5, 120]) }, 'YEAR_SLICE_OUTSIDE_PERIOD', 'yearSlices');
  });

  it('name a year once and count whole, from nought', () => {
    refused(slices([2025, 60], [2025, 60]), 'YEAR_SLICE_REPEATED', 'yearSlices', { year: 2025 });
    refused(slices([2025, 60.5], [2026, 59.5]), 'AMOUNT_NOT_WHOLE', 'yearSlices', { year: 2025 });
    refused(slices([2025, 121], [2026, -1]), 'AMOUNT_NOT_POSITIVE', 'yearSlices', { year: 2026 });
  });
});

describe('revising a commitment', () => {
  const revise = (changes: Partial<CommitmentWording>, commitment = homes) =>
    command('ReviseCommitment', by(CORPORATION), { commitment: wordingOf(commitment, changes) });
  const conditional = [...draftedText, conditionAdded(landBeforeHomes)];

  it('replaces it whole', () => {
    const commitment = {
      ...homes,
      text: 'De corporatie levert 120 woningen op, waarvan de helft nultreden.',
    };
    given(...draftedText)
      .when(revise({ text: commitment.text }))
      .then({ type: 'CommitmentRevised', data: { agreementId, commitment } });
  });

  it('changes nothing when it says the same', () => {
    given(...draftedText)
      .when(revise({}))
      .thenNothing();
  });

  it('keeps the same rules as adding', () => {
    given(...draftedText)
      .when(revise({ debtorId: CARE_PROVIDER }))
      .thenRejected('DEBTOR_NOT_SIGNATORY', { rule: '6.2' });
  });

  it('is refused for a commitment that was never added, or was removed', () => {
    given(drafted()).when(revise({})).thenRejected('COMMITMENT_UNKNOWN', { commitmentId: HOMES });
  });

  it('is refused when a condition would then stand between commitments of one party', () => {
    given(...conditional)
      .when(revise({ debtorId: MUNICIPALITY, creditors: [CORPORATION] }))
      .thenRejected('CONDITION_OF_ONE_PARTY', { rule: '6.4', conditionId: landBeforeHomes.conditionId });
    given(...conditional)
      .when(revise({ debtorId: CORPORATION, creditors: [TENANTS] }, land))
      .thenRejected('CONDITION_OF_ONE_PARTY', { conditionId: landBeforeHomes.conditionId });
  });

  it('is refused when a condition would then be needed after the deadline', () => {
    given(...conditional)
      .when(revise({ deadline: day('2024-12-30'), yearSlices: [] }))
      .thenRejected('NEEDED_BY_AFTER_DEADLINE', { rule: '6.4', deadline: '2024-12-30' });
  });

  it('leaves conditions alone that it does not touch', () => {
    given(...conditional)
      .when(revise({ deadline: day('2024-12-31'), yearSlices: [] }))
      .then({
        type: 'CommitmentRevised',
        data: { agreementId, commitment: { ...homes, deadline: day('2024-12-31'), yearSlices: [] } },
      });
  });
});

describe('removing a commitment', () => {
  const remove = command('RemoveCommitment', by(MUNICIPALITY), { commitmentId: LAND });

  it('takes it out of the text', () => {
    given(...draftedText)
      .when(remove)
      .then({ type: 'CommitmentRemoved', data: { agreementId, commitmentId: LAND } });
  });

  it('is refused for a commitment that is not there', () => {
    given(drafted(), added(homes)).when(remove).thenRejected('COMMITMENT_UNKNOWN', { commitmentId: LAND });
  });

  it('is refused while a condition needs it, on either side, naming the condition', () => {
    const conditional = [...draftedText, conditionAdded(landBeforeHomes)];
    const details = { rule: '6.4', conditionIds: [conditionId('land before homes')] };
    given(...conditional)
      .when(remove)
      .thenRejected('CONDITION_NEEDS_COMMITMENT', details);
    given(...conditional)
      .when(command('RemoveCommitment', by(MUNICIPALITY), { commitmentId: HOMES }))
      .thenRejected('CONDITION_NEEDS_COMMITMENT', details);
  });
});

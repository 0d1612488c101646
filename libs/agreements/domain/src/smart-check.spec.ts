import { day, homes, land } from './agreement.fixtures';
import { type CommitmentSketch, SMART_GAP_CODES, smartCheck } from './smart-check';

const gaps = (sketch: CommitmentSketch) => smartCheck(sketch).map(({ code }) => code);

describe('the SMART check', () => {
  it('finds nothing missing in a commitment that can be monitored', () => {
    expect(gaps(homes)).toEqual([]);
    expect(gaps(land)).toEqual([]);
  });

  it('tells all that is missing when nothing is there yet', () => {
    expect(gaps({})).toEqual([
      'RESULT_KIND_MISSING',
      'NUMBER_MISSING',
      'DEADLINE_MISSING',
      'OWNER_MISSING',
      'COUNTERPART_MISSING',
      'TERRITORY_MISSING',
      'SOURCE_MISSING',
    ]);
  });

  it.each<[string, CommitmentSketch]>([
    ['RESULT_KIND_MISSING', { resultKind: '', priceSegment: null }],
    ['NUMBER_MISSING', { measure: null }],
    ['DEADLINE_MISSING', { deadline: null }],
    ['OWNER_MISSING', { debtorId: null }],
    ['COUNTERPART_MISSING', { creditors: [] }],
    ['TERRITORY_MISSING', { territory: null }],
    ['SOURCE_MISSING', { source: '  ' }],
    ['PRICE_SEGMENT_MISSING', { priceSegment: null }],
    ['NOT_MEASURABLE', { measure: { kind: 'EFFORT' } }],
    ['YEAR_SLICES_MISSING', { yearSlices: [] }],
    ['TARGET_GROUP_MISSING', { resultKind: 'DWELLINGS_ALLOCATED', targetGroups: [] }],
  ])('finds only %s', (code, changes) => {
    expect(gaps({ ...homes, ...changes })).toEqual([code]);
  });

  it('asks for year slices only where a number runs over several years', () => {
    const withoutSlices = { ...homes, yearSlices: [] };
    expect(gaps({ ...withoutSlices, deadline: day('2024-12-31') })).toEqual([]);
    expect(gaps({ ...withoutSlices, deadline: day('2025-01-01') })).toEqual(['YEAR_SLICES_MISSING']);
    expect(
      gaps({
        ...withoutSlices,
        resultKind: 'ALLOCATION_SHARE',
        measure: { kind: 'SHARE', percent: 30, denominator: 'alle toewijzingen' },
      }),
    ).toEqual([]);
  });

  it('quotes the words that promise nothing', () => {
    const vague = smartCheck({ ...homes, text: 'Wij streven naar zoveel mogelijk woningen.' });
    expect(vague).toHaveLength(1);
    expect(vague[0]).toMatchObject({ code: 'WORDS_VAGUE', field: 'text' });
    expect(vague[0]?.nl).toContain('“streven naar”');
    expect(vague[0]?.en).toContain('“streven naar”');
    expect(gaps({ ...homes, text: 'Wij bouwen aan de Bestreventlaan.' })).toEqual([]);
  });

  it('says everything in whole sentences in both languages', () => {
    const all = [
      ...smartCheck({
        text: 'waar mogelijk',
        measure: { kind: 'EFFORT' },
        resultKind: 'DWELLINGS_DELIVERED',
      }),
      ...smartCheck({ ...homes, yearSlices: [], targetGroups: [], resultKind: 'PERSONS_HOUSED' }),
      ...smartCheck({}),
    ];
    expect(new Set(all.map(({ code }) => code))).toEqual(new Set(SMART_GAP_CODES));
    for (const { nl, en } of all) {
      expect(nl).toMatch(/^[A-Z].{30,}\.$/);
      expect(en).toMatch(/^[A-Z].{30,}\.$/);
      expect(nl).not.toBe(en);
    }
  });
});

import { halfYear } from './half-year';
import { nationalTaakstelling, TAAKSTELLING_HALF_YEARS } from './national-taakstelling';

describe('the national taakstelling of a half-year', () => {
  it('is what was published, with its day and source', () => {
    expect(nationalTaakstelling(halfYear('2022-H2'))).toEqual({
      halfYear: '2022-H2',
      persons: 13500,
      publications: [
        { revision: 1, persons: 13500, publishedOn: '2022-04-08', source: 'Staatscourant of 8 April 2022' },
      ],
      backlogBeside: null,
    });
  });

  it('keeps the first number beside the revision', () => {
    const revised = nationalTaakstelling(halfYear('2025-H1'));
    expect(revised?.persons).toBe(15000);
    expect(revised?.publications.map(({ revision, persons }) => [revision, persons])).toEqual([
      [1, 17700],
      [2, 15000],
    ]);
  });

  it('has the backlog beside it and never in it', () => {
    expect(nationalTaakstelling(halfYear('2022-H1'))).toMatchObject({
      persons: 10000,
      backlogBeside: { persons: 3728 },
    });
  });

  it('is not known for half-years that were not found, and no other half-year stands in', () => {
    expect(nationalTaakstelling(halfYear('2024-H1'))).toBeUndefined();
    expect(TAAKSTELLING_HALF_YEARS).toEqual([
      '2020-H2',
      '2021-H2',
      '2022-H1',
      '2022-H2',
      '2023-H1',
      '2025-H1',
      '2025-H2',
    ]);
  });
});

import { AGREEMENT_REJECTIONS } from './agreement.rejections';

const placesIn = (sentence: string) => [...sentence.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

describe('what a refusal says', () => {
  it.each(Object.entries(AGREEMENT_REJECTIONS))(
    '%s: whole sentences, the same in both languages',
    (_, { nl, en }) => {
      expect(nl).toMatch(/^[A-Z0-9{].{20,}\.$/);
      expect(en).toMatch(/^[A-Z0-9{].{20,}\.$/);
      expect(nl).not.toBe(en);
      expect(placesIn(nl)).toEqual(placesIn(en));
    },
  );

  it('tells an outsider nothing', () => {
    expect(placesIn(AGREEMENT_REJECTIONS.NOT_A_PARTY.nl)).toEqual([]);
    expect(AGREEMENT_REJECTIONS.NOT_A_PARTY.code).toBe('FORBIDDEN');
  });
});

import { ESCALATION_REJECTIONS } from './escalation.rejections';

const placesIn = (sentence: string) => [...sentence.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

describe('what a refusal says', () => {
  it.each(Object.entries(ESCALATION_REJECTIONS))(
    '%s: whole sentences, the same in both languages',
    (_, { nl, en }) => {
      expect(nl).toMatch(/^[A-Z].{20,}\.$/);
      expect(en).toMatch(/^[A-Z].{20,}\.$/);
      expect(nl).not.toBe(en);
      expect(placesIn(nl)).toEqual(placesIn(en));
    },
  );

  it('tells an outsider nothing', () => {
    expect(placesIn(ESCALATION_REJECTIONS.PARTY_NOT_IN_ESCALATION.nl)).toEqual([]);
    expect(ESCALATION_REJECTIONS.PARTY_NOT_IN_ESCALATION.code).toBe('FORBIDDEN');
  });
});

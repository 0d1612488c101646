import { ruleOn } from './threshold-rule';
import { THRESHOLD_RULES } from './threshold-rules';
import { build, day, reported, RULE, verdictOn } from './verdict.fixtures';

const OLD = { ...RULE, version: 'old', validUntil: day('2025-12-31') };
const NEW = {
  ...RULE,
  version: 'new',
  validFrom: day('2026-01-01'),
  laggingBelow: 0.5,
  severelyLaggingBelow: 0.2,
};
const OTHER = { ...RULE, version: 'other', programme: 'TAAKSTELLING' as const };
const RULES = [NEW, OTHER, OLD];

describe('the rule that judges', () => {
  it('is the one in force on the judged day', () => {
    expect(ruleOn(RULES, 'AGREED', day('2025-12-31')).version).toBe('old');
    expect(ruleOn(RULES, 'AGREED', day('2026-01-01')).version).toBe('new');
  });

  it('is that of the programme', () => {
    expect(ruleOn(RULES, 'TAAKSTELLING', day('2026-01-01')).version).toBe('other');
  });

  it('is the newer one where two are valid', () => {
    expect(ruleOn([RULE, NEW], 'AGREED', day('2026-01-01')).version).toBe('new');
  });

  it('is missing loudly', () => {
    expect(() => ruleOn([NEW], 'AGREED', day('2025-12-31'))).toThrow(
      'No threshold rule of AGREED covers 2025-12-31.',
    );
  });

  it('decides the state and is named in the verdict', () => {
    const facts = build({ reports: [reported(12, '2025-12-31')] });
    const on = (asOf: string) => verdictOn(asOf, facts, { rule: ruleOn(RULES, 'AGREED', day(asOf)) });
    expect(on('2025-12-31')).toMatchObject({ state: 'LAGGING', ruleVersion: 'old' });
    expect(on('2026-01-01')).toMatchObject({ state: 'AT_RISK', ruleVersion: 'new' });
  });
});

describe('the rules of this product', () => {
  it.each(THRESHOLD_RULES)('$version has thresholds in order and names its source', (rule) => {
    expect(rule.severelyLaggingBelow).toBeLessThan(rule.laggingBelow);
    expect(rule.laggingBelow).toBeLessThanOrEqual(1);
    expect(rule.minimumDays).toBeGreaterThan(0);
    expect(rule.keepDays).toBeGreaterThan(0);
    expect(rule.source).toBe('own rule of this product, to be set by the programme');
  });

  it('have a version each', () => {
    expect(new Set(THRESHOLD_RULES.map(({ version }) => version)).size).toBe(THRESHOLD_RULES.length);
  });
});

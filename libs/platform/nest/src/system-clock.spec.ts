import { dayInAmsterdam } from './system-clock';

describe('the day for the parties', () => {
  it.each([
    ['2026-11-21T22:59:59.999Z', '2026-11-21'],
    ['2026-11-21T23:00:00.000Z', '2026-11-22'],
    ['2026-07-01T21:59:59.999Z', '2026-07-01'],
    ['2026-07-01T22:00:00.000Z', '2026-07-02'],
    ['2026-12-31T23:00:00.000Z', '2027-01-01'],
  ])('at %s is %s, because it changes at midnight in Amsterdam', (moment, day) => {
    expect(dayInAmsterdam(new Date(moment))).toBe(day);
  });
});

/** How counts of persons are protected from those who are not a party (domain section 10). */
export interface PersonCountRule {
  /** Smaller counts are hidden. */
  readonly hiddenBelow: number;
  /** All others are rounded to a multiple of this. */
  readonly roundedTo: number;
  readonly source: string;
}

/** The rule in force; one place for the whole product. */
export const PERSON_COUNT_RULE: PersonCountRule = {
  hiddenBelow: 10,
  roundedTo: 5,
  source: 'Common practice of CBS StatLine; to be confirmed by the programme.',
};

/** A count as it may be shown; null is hidden (onderdrukt), which is never shown as nought. */
export const shownPersonCount = (count: number, rule: PersonCountRule = PERSON_COUNT_RULE): number | null =>
  count < rule.hiddenBelow ? null : Math.round(count / rule.roundedTo) * rule.roundedTo;

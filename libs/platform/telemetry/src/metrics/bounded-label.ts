const WORD = /^[A-Za-z][\w.-]{0,63}$/;

/** What stands for every value beyond the bound, and for what is no plain word. */
export const OTHER_LABEL = 'other';

/**
 * Values of a label as they come, up to `max` different ones: each is a series that the server of metrics keeps, so a
 * caller must not be able to make them.
 */
export function boundedLabel(max: number): (value: string) => string {
  const known = new Set<string>();
  return (value) => {
    if (known.has(value)) return value;
    if (known.size >= max || !WORD.test(value)) return OTHER_LABEL;
    known.add(value);
    return value;
  };
}

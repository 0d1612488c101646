/** A value that was carried over from outside, with where it comes from. */
export interface Fact<Value> {
  readonly value: Value;
  /** Who published it, under which name, and for which day or year. */
  readonly source: string;
}

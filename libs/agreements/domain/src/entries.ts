/** A map with one entry more, or another value for it. */
export const withEntry = <Key, Value>(
  entries: ReadonlyMap<Key, Value>,
  key: Key,
  value: Value,
): Map<Key, Value> => new Map(entries).set(key, value);

/** A map with one entry fewer. */
export function withoutEntry<Key, Value>(
  entries: ReadonlyMap<Key, Value>,
  key: Key,
): ReadonlyMap<Key, Value> {
  const rest = new Map(entries);
  rest.delete(key);
  return rest;
}

/**
 * Returns the value of `key` in the map `known`. If the map has no value for the key, calls `find` and stores the
 * result.
 *
 * @param find - finds the value; must not return undefined
 */
export function remembered<Key, Value>(known: Map<Key, Value>, key: Key, find: () => Value): Value {
  const before = known.get(key);
  if (before !== undefined) return before;
  const value = find();
  known.set(key, value);
  return value;
}

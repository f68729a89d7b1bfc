/**
 * Returns the value of `key` in the map `known`. If the map has no such value, calls `find`, stores its result in the
 * map, and returns it.
 *
 * @param find - returns the value to store; must not return `undefined`
 */
export function remembered<Key, Value>(known: Map<Key, Value>, key: Key, find: () => Value): Value {
  const before = known.get(key);
  if (before !== undefined) return before;
  const value = find();
  known.set(key, value);
  return value;
}

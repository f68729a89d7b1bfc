/**
 * Returns the value that a map has for a key. If it has none, finds the value and puts it into the map.
 *
 * @param find - must not return undefined
 */
export function remembered<Key, Value>(known: Map<Key, Value>, key: Key, find: () => Value): Value {
  const before = known.get(key);
  if (before !== undefined) return before;
  const value = find();
  known.set(key, value);
  return value;
}

/**
 * Returns the items grouped by their keys, in their original order within each group. An item with several keys is in
 * several groups, and an item without keys is in none.
 */
export function groupsOf<Item>(
  items: Iterable<Item>,
  keysOf: (item: Item) => readonly string[],
): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    for (const key of keysOf(item)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [item]);
      else group.push(item);
    }
  }
  return groups;
}

/** Returns the number of times that each key occurs, in the order in which the keys first occur. */
export function countsOf<Key>(keys: Iterable<Key>): ReadonlyMap<Key, number> {
  const counts = new Map<Key, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

import { Hash } from 'node:crypto';
import { vi } from 'vitest';

const SEARCHING = [
  'match',
  'matchAll',
  'normalize',
  'replace',
  'search',
  'split',
  'trim',
  'toLowerCase',
] as const;

/** Runs some work, and tells the lengths of the texts that it reads from end to end (searches, splits, hashes), whatever the time. */
export function searchedBy(work: () => void): readonly number[] {
  const lengths: number[] = [];
  const spies = SEARCHING.map((name) => {
    const method = String.prototype[name] as (...args: unknown[]) => unknown;
    return vi.spyOn(String.prototype, name).mockImplementation(function (this: string, ...args: unknown[]) {
      lengths.push(this.length);
      return method.apply(this, args) as never;
    });
  });
  const { test } = RegExp.prototype;
  const { update } = Hash.prototype;
  const others = [
    vi.spyOn(RegExp.prototype, 'test').mockImplementation(function (this: RegExp, text) {
      lengths.push(text.length);
      return test.call(this, text);
    }),
    vi.spyOn(Hash.prototype, 'update').mockImplementation(function (this: Hash, data) {
      lengths.push(String(data).length);
      return update.call(this, String(data), 'utf8');
    }),
  ];
  try {
    work();
  } finally {
    for (const spy of [...spies, ...others]) spy.mockRestore();
  }
  return lengths;
}

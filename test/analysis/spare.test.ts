import { afterEach, expect, test, vi } from 'vitest';
import { spreadEvenly } from '../../src/analysis/sequence.ts';
import { Spare } from '../../src/analysis/spare.ts';
import { exact } from '../../src/exact.ts';

afterEach(() => vi.restoreAllMocks());

test.each([1, 2, 7, 64, 100])('%i slots allow what each of the numbers allows', (count) => {
  // A sequence without any order, the same in each run.
  let state = count;
  const below = (limit: number) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % limit;
  };
  const numbers = Array.from({ length: count }, () => below(12));
  const spare = new Spare(numbers);
  for (let step = 0; step < 200; step++) {
    const slot = below(count);
    const due = below(count + 2);
    const isAllowed = numbers.slice(slot, due).every((number) => number >= 1);
    expect(spare.allows(slot, due)).toBe(isAllowed);
    if (!isAllowed) continue;
    spare.take(slot, due);
    for (let each = slot; each < due && each < count; each++) numbers[each] = (numbers[each] ?? 0) - 1;
  }
});

test('a post that is due late is as little work as one that is due soon', () => {
  const spare = new Spare(new Array(100_000).fill(50_000));
  const min = vi.spyOn(Math, 'min');
  for (let slot = 0; slot < 1000; slot++) {
    if (spare.allows(slot, 99_999 - slot)) spare.take(slot, 99_999 - slot);
  }
  expect(min.mock.calls.length).toBeLessThan(1000 * 200);
});

test('the streak before a slot is not counted anew', () => {
  const find = vi.spyOn(Array.prototype, 'findLastIndex');
  const mix = [0.1, 99.9].map((percent, index) => {
    return { category: 'ab'.charAt(index), percent, share: exact(percent).div(100) };
  });
  const slots = new Array(5000).fill(null);
  const sequence = spreadEvenly(mix, slots, 1000);
  expect(sequence.filter((category) => category === 'a').length).toBe(5);
  expect(find).not.toHaveBeenCalled();
});

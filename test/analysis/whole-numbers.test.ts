import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ceil, floor, plus, type Ratio, ratio } from './ratio.ts';

/*
 * Whole numbers force no alarm (section 8 of the specification): for any mixes and any numbers of posts there are
 * counts that keep the quota of every plan, rounded down or up, and every running quota at once. All choices are tried
 * in small cases.
 */

/** What a plan asks for: its quota of each category. */
type Quotas = readonly Ratio[];

const quotasOf = (parts: readonly number[], posts: number): Quotas => {
  const sum = parts.reduce((total, part) => total + part, 0);
  return parts.map((part) => ratio(part * posts, sum));
};

/** All ways to divide posts so that each category has its quota, rounded down or up. */
function choicesFor(quotas: Quotas, posts: number): number[][] {
  const [quota, ...others] = quotas;
  if (quota === undefined) return posts === 0 ? [[]] : [];
  const counts = [...new Set([floor(quota), ceil(quota)])].filter((count) => count <= posts);
  return counts.flatMap((count) => choicesFor(others, posts - count).map((rest) => [count, ...rest]));
}

/** Whether some choice for each of these plans keeps their quotas and, with what is behind, the running ones. */
function isPossible(
  plans: readonly { parts: readonly number[]; posts: number }[],
  behind: readonly number[],
  running: Quotas,
): boolean {
  const [plan, ...others] = plans;
  if (plan === undefined) return true;
  const quotas = quotasOf(plan.parts, plan.posts);
  const sums = running.map((sum, index) => plus(sum, quotas[index]!));
  return choicesFor(quotas, plan.posts).some((counts) => {
    const all = counts.map((count, index) => behind[index]! + count);
    const keeps = all.every((count, index) => floor(sums[index]!) <= count && count <= ceil(sums[index]!));
    return keeps && isPossible(others, all, sums);
  });
}

const isPossibleFor = (plans: readonly { parts: readonly number[]; posts: number }[]) => {
  const zeros = plans[0]!.parts.map(() => 0);
  return isPossible(
    plans,
    zeros,
    zeros.map((zero) => ratio(zero)),
  );
};

/** Every way to take so many numbers from 1 to `most`. */
function sizes(length: number, most: number): number[][] {
  if (length === 0) return [[]];
  return sizes(length - 1, most).flatMap((rest) =>
    Array.from({ length: most }, (_, index) => [index + 1, ...rest]),
  );
}

/** The ways to divide a sum among so many shares, the greatest first. */
function divided(sum: number, shares: number, most = sum): number[][] {
  if (shares === 1) return sum <= most ? [[sum]] : [];
  return Array.from({ length: Math.min(sum, most) + 1 }, (_, first) => first).flatMap((first) =>
    divided(sum - first, shares - 1, first).map((rest) => [first, ...rest]),
  );
}

test.each([2, 3])('any mix of %i categories in twelfths has counts that keep every quota', (categories) => {
  for (const parts of divided(12, categories)) {
    for (const posts of sizes(4, 4)) {
      const isFound = isPossibleFor(posts.map((each) => ({ parts, posts: each })));
      if (!isFound) expect.fail(`${parts} with ${posts} posts`);
    }
  }
});

test('mixes that change from plan to plan always have counts that keep every quota', () => {
  const part = fc.nat(100);
  const parts = fc.oneof(fc.tuple(part, part, fc.constant(0)), fc.tuple(part, part, part));
  const plan = fc.record({
    parts: parts.filter((each) => each.some((share) => share > 0)),
    posts: fc.nat(4),
  });
  fc.assert(
    fc.property(fc.array(plan, { minLength: 1, maxLength: 4 }), (plans) => isPossibleFor(plans)),
    { numRuns: 3000 },
  );
});

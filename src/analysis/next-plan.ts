import type { Fraction } from '../exact.ts';
import type { Mix } from '../policy/targets.ts';
import { onTrack } from './mix-analysis.ts';
import { widened, withoutError } from './paying-back.ts';
import type { SeriesAnalysis } from './series.ts';

/** What the next plan is to be like. */
interface NextTerms {
  /** The number of posts of the next plan that count in the mix. */
  readonly posts: number;
  readonly mix: Mix;
  /** In percentage points; so is `limit`. */
  readonly tolerance: Fraction;
  readonly limit: Fraction;
  /** The posts whose category is already fixed, by category. */
  readonly fixed?: ReadonlyMap<string, number>;
}

/** A category while its posts are being chosen. */
interface Choice {
  readonly category: string;
  /** What is owed to the category after the next plan: the exact number of posts that would match its target. */
  readonly owed: Fraction;
  readonly lowest: number;
  readonly highest: number;
  count: number;
}

/**
 * Returns how many posts of each category the next plan should have. These numbers bring the mix of all plans together
 * back towards its targets, or keep it there (docs/specification.md, section 8). If no post has a fixed category, the
 * rule `mix` finds nothing in a plan with these numbers.
 *
 * The numbers add up to `terms.posts`, unless more posts than that already have a fixed category.
 *
 * @param series - the earlier plans that are counted together with the next one; `null` if there are none
 */
export function nextCounts(series: SeriesAnalysis | null, terms: NextTerms): ReadonlyMap<string, number> {
  const choices = terms.mix.map((part) => choiceOf(part, series, terms));
  const total = () => choices.reduce((sum, { count }) => sum + count, 0);
  const steps: readonly ((choice: Choice) => boolean)[] = [
    ({ count, lowest }) => count < lowest,
    ({ count, highest }) => count < highest,
    // Fixed posts can take so much that the others must go beyond what is best for them.
    ({ highest }) => highest > 0,
  ];
  for (const mayTake of steps) {
    while (total() < terms.posts) {
      const open = choices.filter(mayTake);
      const [first] = open;
      if (first === undefined) break;
      const most = open.reduce((best, each) => (remaining(each).gt(remaining(best)) ? each : best), first);
      most.count++;
    }
  }
  return new Map(choices.map(({ category, count }) => [category, count]));
}

function remaining({ owed, count }: Choice): Fraction {
  return owed.sub(count);
}

function choiceOf({ category, share }: Mix[number], series: SeriesAnalysis | null, terms: NextTerms): Choice {
  const { posts, tolerance, limit, fixed } = terms;
  const quota = share.mul(posts);
  const running = series?.categories.find((each) => each.category === category);
  const before = running?.count ?? 0;
  const runningQuota = quota.add(running?.quota ?? 0);
  const even = { lowest: quota.floor(), highest: quota.ceil() };
  // The series as a whole: a category that is on track itself may have to make room for one that is not.
  const bounds = (series?.categories ?? []).every(({ verdict }) => verdict === 'on_track')
    ? even
    : widened(
        onTrack(quota, tolerance.mul(posts).div(100)),
        runningQuota,
        before,
        withoutError(quota, posts, limit),
      );
  const { lowest, highest } = share.n === 0n ? { lowest: 0, highest: 0 } : bounds;
  return { category, owed: runningQuota.sub(before), lowest, highest, count: fixed?.get(category) ?? 0 };
}

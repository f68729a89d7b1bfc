import { analyseMix, type MixAnalysis } from '../analysis/mix-analysis.ts';
import { nextCounts } from '../analysis/next-plan.ts';
import { withPayingBack } from '../analysis/paying-back.ts';
import { spreadEvenly } from '../analysis/sequence.ts';
import { analyseSeries, type SeriesPart } from '../analysis/series.ts';
import { type Day, MINUTES_A_DAY, spokenDay, timeAt } from '../dates.ts';
import type { OpenSlot } from '../editing/slot.ts';
import { Fraction, rounded } from '../exact.ts';
import type { Channel } from '../plan/plan.ts';
import type { Mix } from '../policy/targets.ts';
import { countsOf } from '../text/groups.ts';
import { brief, listed } from '../text/words.ts';

/** A post or an open slot of a channel, and when it goes out. */
export interface Moment {
  readonly date: Day;
  /**
   * The minutes from the beginning of the plan, with 1,440 for every day, even if the clocks change. A post without a
   * time is at the end of its day.
   */
  readonly minute: number;
  readonly hasTime: boolean;
  readonly isSlot: boolean;
  /**
   * The category of a planned post, or of a slot whose format implies one. `null` for any other slot, because its
   * category is still to be chosen, and for a post that does not count in the mix.
   */
  readonly category: string | null;
  /** The format of a slot that repeats an earlier post; `null` for posts and for all other slots. */
  readonly format: string | null;
}

/** The slots of a channel with their categories. */
interface CategorisedSlots {
  readonly chosen: readonly OpenSlot[];
  /** A sentence for whatever may surprise: categories that make up for the plans before, or a mix that is off. */
  readonly notes: readonly string[];
}

/**
 * Chooses a category for each slot of a channel, so that slots and planned posts together keep to the mix. If there are
 * earlier plans, the slots also make up for their imbalance (docs/specification.md, sections 5 and 8).
 *
 * @param moments - the posts and the slots of the channel, in the order in which they go out
 * @param before - the earlier plans that are counted together with the new one
 */
export function withCategories(
  moments: readonly Moment[],
  { name, targets }: Channel,
  before: readonly SeriesPart[],
): CategorisedSlots {
  const { mix, max_streak: maxStreak, tolerance, limit } = targets;
  const counting = moments.filter(({ isSlot, category }) => isSlot || category !== null);
  const categories = counting.map(({ category }) => category);
  const spread = (shares: Mix) => spreadEvenly(shares, categories, maxStreak ?? undefined);
  const owed = mix && tolerance && limit && { before, mix, tolerance, limit };
  const carried = owed && mixToCarry(owed, categories);
  const sequence = spread(carried ?? mix ?? []);
  const chosen = counting.flatMap(({ date, minute, hasTime, isSlot, format }, index) => {
    if (!isSlot) return [];
    const time = hasTime ? timeAt(minute % MINUTES_A_DAY) : null;
    return [{ date, time, channel: name, category: sequence[index] ?? '', format }];
  });
  const notes = [
    carried && carriedOver(before, countsOf(sequence), countsOf(spread(mix ?? []))),
    owed && offTrack(owed, countsOf(sequence)),
  ];
  return { chosen, notes: notes.filter((note) => note !== null) };
}

/** What the plans before have, and what is asked of the new one. */
interface Owed {
  readonly before: readonly SeriesPart[];
  readonly mix: Mix;
  /** In percentage points; so is `limit`. */
  readonly tolerance: Fraction;
  readonly limit: Fraction;
}

/**
 * The mix that a new plan should have so that the weeks come back to their targets: each category with the share that
 * its posts are of all. Null if no plan before has counted posts, or there is nothing to choose.
 *
 * @param categories - of the posts and slots that count; null for a slot whose category is to be chosen
 */
function mixToCarry({ before, mix, ...terms }: Owed, categories: readonly (string | null)[]): Mix | null {
  const posts = categories.length;
  if (posts === 0 || before.every((part) => part.counts.counted === 0)) return null;
  const fixed = countsOf(categories.filter((category) => category !== null));
  const series = analyseSeries(before, mix, terms.tolerance);
  const counts = nextCounts(series, { ...terms, posts, mix, fixed });
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return mix.flatMap((part) => {
    const count = counts.get(part.category) ?? 0;
    return count === 0 ? [] : [{ ...part, share: new Fraction(count, all) }];
  });
}

type Counts = ReadonlyMap<string, number>;

/** Says which categories have other counts than in a week without plans before it; null if none has. */
function carriedOver(before: readonly SeriesPart[], counts: Counts, ordinary: Counts): string | null {
  const [first] = before;
  const names = new Set([...counts.keys(), ...ordinary.keys()]);
  const others = [...names].flatMap((category) => {
    const [count, usual] = [counts.get(category) ?? 0, ordinary.get(category) ?? 0];
    return count === usual ? [] : [`${count} ${brief(category)} instead of ${usual}`];
  });
  if (first === undefined || others.length === 0) return null;
  const plans =
    before.length === 1
      ? `the plan of ${spokenDay(first.from)}`
      : `the ${before.length} plans since ${spokenDay(first.from)}`;
  return `to make up for ${plans}: ${listed(others, 'and')}; for an ordinary week, add --no-carry`;
}

function offTrack({ before, mix, tolerance, limit }: Owed, counts: Counts): string | null {
  const own = analyseMix(mix, counts, tolerance);
  const { counted: all, categories } = judgedAfter(before, own, { mix, tolerance, limit });
  const [worst] = categories
    .filter(({ verdict }) => verdict !== 'on_track')
    .sort((a, b) => b.variance.abs().compare(a.variance.abs()));
  if (worst === undefined) return null;
  const { category, count, share, target } = worst;
  return `the posts that stay leave too few slots to keep the mix: ${count} of ${all} posts are ${brief(category)} (${rounded(share, 1)}%, target ${target}%)`;
}

/** The mix of the new plan as the rule `mix` will judge it. */
function judgedAfter(
  before: readonly SeriesPart[],
  own: MixAnalysis,
  { mix, tolerance, limit }: Omit<Owed, 'before'>,
): MixAnalysis {
  if (before.length === 0) return own;
  const series = analyseSeries([...before, { from: '', counts: own }], mix, tolerance);
  return withPayingBack(own, () => series, limit);
}

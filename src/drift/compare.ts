import { analyseMix, type MixAnalysis } from '../analysis/mix-analysis.ts';
import { timeKey } from '../analysis/timeline.ts';
import type { Day } from '../dates.ts';
import { Fraction } from '../exact.ts';
import type { SkippedLine } from '../exchange/rows.ts';
import type { Channel, Plan } from '../plan/plan.ts';
import { groupsOf } from '../text/groups.ts';
import { byText, folded } from '../text/words.ts';
import { matchChannel } from './channel-matches.ts';
import {
  type ChannelDrift,
  type ChannelPost,
  COUNTED_AS_DRIFT,
  type ComparedPost,
  DRIFT_VERDICTS,
  type DriftAnalysis,
  type Span,
} from './drift-model.ts';
import { isDuringHold, isWithin } from './held.ts';
import { type AllChannels, inCanonicalOrder } from './match-posts.ts';
import { canDrift } from './position.ts';
import { SameWords } from './same-words.ts';
import { judgePosts } from './verdicts.ts';

/** What is compared: a plan and a schedule with their posts. */
interface Comparison {
  /** The plan. Its channels, targets, period and holds (pauses of planned posts) apply. */
  readonly plan: Plan;
  /** The posts of the plan that go out. */
  readonly planned: readonly ChannelPost[];
  /** The posts of the plan that do not go out. Those that are scheduled nevertheless get the verdict `held`. */
  readonly heldBack: readonly ChannelPost[];
  /** The posts of the schedule. */
  readonly scheduled: readonly ChannelPost[];
  /** The days that the schedule covers; null if it covers none. */
  readonly covered: Span | null;
  /** Whether the schedule covers the channel with this name. */
  readonly coversChannel: (channel: string) => boolean;
  /** The number of minutes by which a post may be early or late without counting as moved. */
  readonly grace: number;
  /** The lines of the schedule that are not compared. */
  readonly skipped: readonly SkippedLine[];
}

/**
 * Compares a schedule with a plan, channel by channel. Returns every post with its verdict, such as `moved` or
 * `dropped`, and the percentage of planned posts that have drifted.
 */
export function compare(comparison: Comparison): DriftAnalysis {
  const { plan, planned, heldBack, scheduled, covered, coversChannel, grace, skipped } = comparison;
  const skippedLineOf = skippedWords(skipped);
  const plannedOn = groupsOf(planned, ({ channel }) => [channel]);
  const heldBackOn = groupsOf(heldBack, ({ channel }) => [channel]);
  const scheduledOn = groupsOf(scheduled, ({ channel }) => [channel]);
  const all: AllChannels = {
    posts: Math.max(planned.length + heldBack.length, scheduled.length),
    texts: new SameWords([...planned, ...heldBack, ...scheduled]),
  };
  const posts: ComparedPost[] = [];
  const channels: ChannelDrift[] = [];
  const elsewhere: ChannelPost[] = [];
  for (const channel of plan.channels) {
    const { name, targets } = channel;
    const covers = (day: Day) => coversChannel(name) && covered !== null && isWithin(covered, day);
    const own = plannedOn.get(name) ?? [];
    const rows = scheduledOn.get(name) ?? [];
    const isStray = (post: ChannelPost, match: ChannelPost) =>
      !covers(post.date) && !isWithin(plan, match.date);
    const back = heldBackOn.get(name) ?? [];
    const sides = { planned: own, heldBack: back, scheduled: rows, all };
    const match = matchChannel(sides, plan, grace, isStray);
    const { matches, held } = match;
    const isHeld = new Set(held.flat());
    const matched = new Set(matches.values());
    const isOfPlan = (post: ChannelPost) => matched.has(post) || isWithin(plan, post.date);
    const left = rows.filter((post) => !isHeld.has(post));
    for (const post of left) if (!isOfPlan(post)) elsewhere.push(post);
    const judged: ComparedPost[] = [
      ...held.map(([post, row]) => heldPost(post, row, plan)),
      ...judgePosts(
        { planned: own.filter((post) => !isHeld.has(post)), scheduled: left.filter(isOfPlan), matches },
        { grace, covers, skippedLineOf, postsPerDay: targets.posts_per_day, plan },
      ),
    ];
    for (const post of judged) posts.push(post);
    channels.push(driftOf(channel, judged, plan));
  }
  return {
    posts: inOrder(posts, plan),
    channels,
    ...measured(posts),
    onHold: heldBack.filter((post) => post.heldBack !== 'cancelled' && !post.openSlot).length,
    skipped: linesOutside(elsewhere, plan),
  };
}

function heldPost(planned: ChannelPost, scheduled: ChannelPost, plan: Plan): ComparedPost {
  const during = isDuringHold(plan, scheduled, planned);
  return {
    verdict: 'held',
    channel: planned.channel,
    planned,
    scheduled,
    isDuringHold: during,
    skippedLine: null,
  };
}

/**
 * Returns a function that returns the first skipped line that has the title or the text of a post in one of its cells,
 * whatever the letter case and white space; null if there is none.
 */
function skippedWords(skipped: readonly SkippedLine[]): (post: ChannelPost) => number | null {
  const lines = new Map<string, number>();
  for (const { line, words = [] } of skipped) {
    for (const word of words) {
      const key = folded(word);
      if (key !== '' && !lines.has(key)) lines.set(key, line);
    }
  }
  return ({ title, text }) =>
    lines.size === 0 ? null : (lines.get(folded(title ?? '')) ?? lines.get(folded(text ?? '')) ?? null);
}

/**
 * Measures the drift of one channel. Only scheduled posts on days of the plan count; one without a category counts in
 * that of its planned post.
 */
function driftOf({ name, targets }: Channel, posts: readonly ComparedPost[], plan: Plan): ChannelDrift {
  const planned = new Map<string, number>();
  const kept = new Map<string, number>();
  const all = new Map<string, number>();
  for (const post of posts) {
    const { verdict, planned: before, scheduled: now } = post;
    if (verdict === 'held') continue;
    if (before !== null && !before.unplanned && verdict !== 'unknown') increase(planned, before.category);
    if (now === null || !isWithin(plan, now.date)) continue;
    const category = now.category ?? before?.category ?? null;
    increase(all, category);
    if (before !== null && !before.unplanned && !now.unplanned) increase(kept, category);
  }
  const { mix, tolerance } = targets;
  const measure = (counts: ReadonlyMap<string, number>): MixAnalysis | null =>
    mix === null || tolerance === null ? null : analyseMix(mix, counts, tolerance);
  return { channel: name, planned, mix: measure(kept), mixWithAdded: measure(all) };
}

function increase(counts: Map<string, number>, category: string | null): void {
  if (category !== null) counts.set(category, (counts.get(category) ?? 0) + 1);
}

function measured(posts: readonly ComparedPost[]): Pick<DriftAnalysis, 'counts' | 'measured' | 'drift'> {
  const counts = Object.fromEntries(DRIFT_VERDICTS.map((verdict) => [verdict, 0])) as Record<
    ComparedPost['verdict'],
    number
  >;
  let measuredPosts = 0;
  let drifted = 0;
  for (const { verdict, planned } of posts) {
    counts[verdict]++;
    const isMeasured = verdict !== 'unknown' && verdict !== 'held';
    if (planned !== null && canDrift(planned) && isMeasured) measuredPosts++;
    if (COUNTED_AS_DRIFT.has(verdict)) drifted++;
  }
  const drift = measuredPosts === 0 ? new Fraction(0) : new Fraction(drifted, measuredPosts).mul(100);
  return { counts, measured: measuredPosts, drift };
}

/**
 * Sorts the posts: first the held ones, by the day and time for which they are scheduled, then the others, by the day
 * and time for which they are planned or, if they are not in the plan, scheduled. Posts at the same time are in the
 * order of their channels.
 */
function inOrder(posts: readonly ComparedPost[], plan: Plan): readonly ComparedPost[] {
  const places = new Map(plan.channels.map(({ name }, index) => [name, index]));
  const byPost = new Map(posts.map((post) => [sideInOrder(post), post]));
  const shown = [...byPost.keys()].filter((post) => post !== null);
  // The sort is stable: posts with the same time and channel keep the canonical order.
  const order = [...inCanonicalOrder(shown)].sort(
    (a, b) => byText(timeKey(a), timeKey(b)) || (places.get(a.channel) ?? 0) - (places.get(b.channel) ?? 0),
  );
  const inTime = order.flatMap((post) => byPost.get(post) ?? []);
  const isHeld = ({ verdict }: ComparedPost) => verdict === 'held';
  return [...inTime.filter(isHeld), ...inTime.filter((post) => !isHeld(post))];
}

function sideInOrder({ verdict, planned, scheduled }: ComparedPost): ChannelPost | null {
  return verdict === 'held' ? scheduled : (planned ?? scheduled);
}

/**
 * Returns the lines of scheduled posts that go out before or after the plan, each with the reason. The queue of a
 * scheduler may well be longer than the plan.
 */
function linesOutside(posts: readonly ChannelPost[], { from, to }: Plan): readonly SkippedLine[] {
  const reasons = new Map(
    posts.map(({ line, date }) => {
      const when =
        date < from ? `before the plan, which begins on ${from}` : `after the plan, which ends on ${to}`;
      return [line, `goes out ${when}`];
    }),
  );
  return Array.from(reasons, ([line, reason]) => ({ line, reason }));
}

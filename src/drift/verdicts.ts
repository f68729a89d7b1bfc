import type { Day } from '../dates.ts';
import type { Plan } from '../plan/plan.ts';
import { boundsOn, type Targets } from '../policy/targets.ts';
import { countsOf, groupsOf } from '../text/groups.ts';
import type { ChannelPost, ComparedPost, DriftVerdict } from './drift-model.ts';
import { isDuringHold } from './held.ts';
import { closestOnLine } from './line.ts';
import { inCanonicalOrder } from './match-posts.ts';
import { canDrift, isMoved, isRecategorised, Timeline } from './position.ts';

/** Everything apart from the posts that affects their verdicts on one channel. */
interface DriftTerms {
  /** The number of minutes by which a post may be early or late without counting as moved. */
  readonly grace: number;
  /** Whether the schedule covers this day of the channel. */
  readonly covers: (day: Day) => boolean;
  /** Returns the line of the schedule that has the words of a post but is not compared; null if there is none. */
  readonly skippedLineOf: (post: ChannelPost) => number | null;
  readonly plan: Plan;
  /** The bounds for each day; null if they are invalid, in which case no day has too many posts. */
  readonly postsPerDay: Targets['posts_per_day'];
}

/** The planned and the scheduled posts of one channel, and which of them match. */
interface MatchedPosts {
  /** The posts of the plan that go out, without those that are held. */
  readonly planned: readonly ChannelPost[];
  /** The scheduled posts that have a match or are on a day of the plan, without those that are held. */
  readonly scheduled: readonly ChannelPost[];
  /** The scheduled post of each planned post that has a match. */
  readonly matches: ReadonlyMap<ChannelPost, ChannelPost>;
}

/**
 * Returns every post of a channel with its verdict. A planned post that is missing from the schedule counts as having
 * given way (`gave_way`) instead of `dropped` if a post was added on the same day; each added post accounts for at most
 * one missing post (docs/method.md, belief 3).
 */
export function judgePosts(posts: MatchedPosts, terms: DriftTerms): readonly ComparedPost[] {
  const { planned, scheduled, matches } = posts;
  const matched = new Set(matches.values());
  const added = scheduled.filter((post) => !matched.has(post));
  const gaveWay = findGivingWay(
    planned.filter(
      (post) =>
        !matches.has(post) && canDrift(post) && terms.covers(post.date) && terms.skippedLineOf(post) === null,
    ),
    added,
  );
  const crowded = crowdedDays(scheduled, terms.postsPerDay);
  return [
    ...planned.map((post) => {
      const match = matches.get(post) ?? null;
      const skippedLine = match === null && canDrift(post) ? terms.skippedLineOf(post) : null;
      const verdict =
        match !== null
          ? whenThere(post, match, terms)
          : skippedLine === null
            ? whenMissing(post, gaveWay, terms)
            : 'unknown';
      const isDuring = match !== null && isDuringHold(terms.plan, match, post);
      return {
        verdict,
        channel: post.channel,
        planned: post,
        scheduled: match,
        isDuringHold: isDuring,
        skippedLine,
      };
    }),
    ...added.map((post): ComparedPost => {
      const verdict = crowded.has(post.date) ? 'over_room' : 'added';
      const isDuring = isDuringHold(terms.plan, post, null);
      return {
        verdict,
        channel: post.channel,
        planned: null,
        scheduled: post,
        isDuringHold: isDuring,
        skippedLine: null,
      };
    }),
  ];
}

function whenThere(planned: ChannelPost, scheduled: ChannelPost, { grace }: DriftTerms): DriftVerdict {
  if (!canDrift(planned)) return 'on_plan';
  const moved = isMoved(planned, scheduled, grace);
  if (isRecategorised(planned, scheduled)) return moved ? 'moved_and_recategorised' : 'recategorised';
  return moved ? 'moved' : 'on_plan';
}

function whenMissing(
  post: ChannelPost,
  gaveWay: ReadonlySet<ChannelPost>,
  { covers }: DriftTerms,
): DriftVerdict {
  if (!covers(post.date)) return 'unknown';
  // An unplanned post that was not scheduled is like an open slot that nobody filled.
  if (!canDrift(post)) return 'open';
  return gaveWay.has(post) ? 'gave_way' : 'dropped';
}

/**
 * Returns the missing posts that gave way: on each day at most as many as there are added posts, and those nearest to
 * them in time.
 */
function findGivingWay(
  missing: readonly ChannelPost[],
  added: readonly ChannelPost[],
): ReadonlySet<ChannelPost> {
  const timeline = new Timeline();
  const positionsOf = (posts: readonly ChannelPost[]) => posts.map((post) => timeline.positionOf(post));
  const found = new Set<ChannelPost>();
  const addedByDay = byDay(added);
  for (const [date, missed] of byDay(missing)) {
    const pairs = closestOnLine(positionsOf(missed), positionsOf(addedByDay.get(date) ?? []));
    for (const [index] of pairs) {
      const post = missed[index];
      if (post !== undefined) found.add(post);
    }
  }
  return found;
}

/** Groups posts by day. The posts of each day are sorted by time. */
function byDay(posts: readonly ChannelPost[]): ReadonlyMap<Day, readonly ChannelPost[]> {
  return groupsOf(inCanonicalOrder(posts), ({ date }) => [date]);
}

/** Returns the days with more scheduled posts than their maximum; none if the bounds are invalid. */
function crowdedDays(
  scheduled: readonly ChannelPost[],
  postsPerDay: Targets['posts_per_day'],
): ReadonlySet<Day> {
  if (postsPerDay === null) return new Set();
  const counts = countsOf(scheduled.map(({ date }) => date));
  const days = [...counts].filter(([date, count]) => count > boundsOn(postsPerDay, date).max);
  return new Set(days.map(([date]) => date));
}

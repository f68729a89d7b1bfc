import type { CategoryCount, Change, MixAnalysis } from '../analysis/mix-analysis.ts';
import { type Fraction, rounded } from '../exact.ts';
import type { Plan } from '../plan/plan.ts';
import { brief, counted, listed } from '../text/words.ts';
import { channelsOf, POSTS, plannedPosts, type Rule } from './rule.ts';

export const mix: Rule = {
  id: 'mix',
  severity: 'warning',
  summary: 'a channel has too many or too few planned posts of a category',
  when: `A category is more than "tolerance" percentage points off its target, and at least one whole post away from
its share of all planned posts: one finding for each channel. It is an error where a category is more than
"limit" percentage points off and at least two posts away, otherwise a warning. A hold never causes a finding
here, and never makes one worse.`,
  why: `A feed lives on its mix: 30% branded, 35% functional and 35% emotional content, unless the team says
otherwise. Too much branded content is the worse mistake: networks are for people talking, not for selling, and a lot of
advertising is one more reason to unsubscribe. Differences that no whole number of posts could avoid are never reported.`,
  good: `week: 2026-W48
targets: { posts_per_day: 0-3 }
posts:
  mon:
    - { category: branded, title: Autumn menu }
    - { category: functional, title: Five soups }
    - { category: emotional, title: Office dog }
`,
  bad: `week: 2026-W48
targets: { posts_per_day: 0-3 }
posts:
  mon:
    - { category: branded, title: Autumn menu }
    - { category: branded, title: Lunch offer }
    - { category: branded, title: Voucher }
`,
  needs: ['mix', 'tolerance', 'limit'],
  *check(plan, analysis) {
    const mistakes = mistakesIn(plan);
    for (const { targets, numbers } of channelsOf(plan, analysis)) {
      const { limit } = targets;
      if (numbers.mix === null || limit === null) continue;
      const off = offTrack(numbers.mix).sort(worstFirst);
      // A hold must not cause a finding, or a more severe one, that the plan would not have without it.
      const withSuspended = offTrack(numbers.mixWithSuspended ?? numbers.mix);
      if (off.length === 0 || withSuspended.length === 0) continue;
      const isError = [off, withSuspended].every((each) =>
        each.some((category) => isFarOff(category, limit)),
      );
      const severity = isError ? 'error' : 'warning';
      const { moves, changes } = numbers.mix;
      const message = `${describe(numbers.mix, off)}; ${advice(changes, mistakes(numbers.channel))}`;
      yield { place: POSTS, message, severity, channel: numbers.channel, data: { moves, changes } };
    }
  },
};

function offTrack({ categories }: MixAnalysis): CategoryCount[] {
  return categories.filter(({ verdict }) => verdict !== 'on_track');
}

/** The category of which there must not be too much, because it sells (docs/method.md, belief 4). */
const SELLING = 'branded';

function worstFirst(a: CategoryCount, b: CategoryCount): number {
  return rank(a) - rank(b) || b.variance.abs().compare(a.variance.abs());
}

function rank({ category, verdict }: CategoryCount): number {
  if (verdict === 'under') return 2;
  return category === SELLING ? 0 : 1;
}

/**
 * Whether a category that is off track is also beyond the limit, and at least two posts off. A limit below the
 * tolerance has no effect, because a category within the tolerance is never off track.
 */
function isFarOff({ variance, count, quota }: CategoryCount, limit: Fraction): boolean {
  return variance.abs().gt(limit) && quota.sub(count).abs().gte(2);
}

function describe({ counted: all }: MixAnalysis, off: readonly CategoryCount[]): string {
  const said = off.map(({ category, verdict, count, share, target }, index) => {
    const posts = index === 0 ? `${count} of ${all} planned posts` : String(count);
    const amount = verdict === 'over' ? 'too many' : 'too few';
    return `${amount} ${brief(category)} posts: ${posts} (${percent(share)}, target ${target}%)`;
  });
  return said.join('; ');
}

/** Advice on what to change. When some posts could not be counted, it says to correct them first. */
function advice(changes: readonly Change[], uncounted: number): string {
  if (uncounted > 0) return `fix the mistakes first: ${counted(uncounted, 'post')} could not be counted`;
  const steps = changes.map(
    ({ from, to, count }) =>
      `${counted(count, `${brief(from)} post`)} with ${counted(count, `${brief(to)} post`)}`,
  );
  return `replace ${listed(steps, 'and')}`;
}

/** Returns a function that counts the planned posts that do not count in the mix of a channel because of a mistake. */
function mistakesIn(plan: Plan): (channel: string) => number {
  const byChannel = new Map<string, number>();
  let anywhere = plan.unreadablePosts;
  for (const { date, channels, categories } of plannedPosts(plan)) {
    if (date === null || channels.length === 0) anywhere++;
    for (const channel of date === null ? [] : channels) {
      if (!categories.has(channel)) byChannel.set(channel, (byChannel.get(channel) ?? 0) + 1);
    }
  }
  return (channel) => anywhere + (byChannel.get(channel) ?? 0);
}

function percent(share: Fraction): string {
  return `${rounded(share, 1)}%`;
}

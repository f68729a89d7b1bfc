import type { CategoryCount, Change, MixAnalysis } from '../analysis/mix-analysis.ts';
import { isFarOff, withPayingBack } from '../analysis/paying-back.ts';
import type { Plan } from '../plan/plan.ts';
import { countsOf } from '../text/groups.ts';
import { brief, counted, listed } from '../text/words.ts';
import { besideTarget, offTrack, tooMany, worstFirst } from './off-track.ts';
import { channelsOf, POSTS, plannedPosts, type Rule } from './rule.ts';

export const mix: Rule = {
  id: 'mix',
  severity: 'warning',
  summary: 'a channel has too many or too few planned posts of a category',
  when: `A category is more than "tolerance" percentage points off its target, and at least one whole post away from
its share of all planned posts: one finding for each channel. It is an error where a category is more than
"limit" percentage points off and at least two posts away, otherwise a warning. A hold never causes a finding
here, and never makes one worse.
A category that only pays back what earlier weeks owe is not reported, unless it would be an error.`,
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
  *check(plan, analysis, overTime) {
    const mistakes = mistakesIn(plan);
    for (const { targets, numbers } of channelsOf(plan, analysis)) {
      const { limit } = targets;
      if (numbers.mix === null || limit === null) continue;
      const running = overTime.channels.get(numbers.channel);
      const judged = withPayingBack(numbers.mix, () => running?.series, limit);
      const off = offTrack(judged).sort(worstFirst);
      // A hold must not cause a finding, or a more severe one, that the plan would not have without it.
      const withSuspended = offTrack(
        withPayingBack(numbers.mixWithSuspended ?? numbers.mix, () => running?.withSuspended, limit),
      );
      if (off.length === 0 || withSuspended.length === 0) continue;
      const isError = [off, withSuspended].every((each) =>
        each.some((category) => isFarOff(category, limit)),
      );
      const severity = isError ? 'error' : 'warning';
      const { moves, changes } = judged;
      const message = `${describe(numbers.mix, off)}; ${advice(changes, mistakes(numbers.channel))}`;
      yield { place: POSTS, message, severity, channel: numbers.channel, data: { moves, changes } };
    }
  },
};

function describe({ counted: all }: MixAnalysis, off: readonly CategoryCount[]): string {
  const said = off.map((category, index) => {
    const posts = index === 0 ? `${category.count} of ${all} planned posts` : String(category.count);
    return `${tooMany(category)}: ${posts} (${besideTarget(category)})`;
  });
  return said.join('; ');
}

/** Returns advice on which posts to replace or, if some posts could not be counted, the advice to fix those first. */
function advice(changes: readonly Change[], uncounted: number): string {
  if (uncounted > 0) return `fix the mistakes first: ${counted(uncounted, 'post')} could not be counted`;
  const steps = changes.map(
    ({ from, to, count }) =>
      `${counted(count, `${brief(from)} post`)} with ${counted(count, `${brief(to)} post`)}`,
  );
  return `replace ${listed(steps, 'and')}`;
}

/** Returns a function that counts the planned posts that a mistake excludes from the mix of a channel. */
function mistakesIn(plan: Plan): (channel: string) => number {
  const posts = plannedPosts(plan);
  const placed = posts.filter(({ date, channels }) => date !== null && channels.length > 0);
  const anywhere = plan.unreadablePosts + posts.length - placed.length;
  const byChannel = countsOf(
    placed.flatMap(({ channels, categories }) => channels.filter((channel) => !categories.has(channel))),
  );
  return (channel) => anywhere + (byChannel.get(channel) ?? 0);
}

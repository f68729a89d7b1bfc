import { type TimedPost, timed } from '../analysis/timeline.ts';
import { MINUTES_A_DAY, minuteOfDay, timeAt } from '../dates.ts';
import type { Targets } from '../policy/targets.ts';
import { counted } from '../text/words.ts';
import { channelsOf, type Rule } from './rule.ts';

export const spacing: Rule = {
  id: 'spacing',
  severity: 'warning',
  summary: 'two posts on a channel go out too close together',
  when: `Two posts with a time that go out one after the other on a channel are less than "min_gap" minutes apart by the
local clock, across midnight too. The default is 1 minute: only posts in the same minute are reported.`,
  why: `Two posts in the same minute take attention away from each other, and are often one slot that was filled twice.
"min_gap" is the fewest minutes between two posts on a channel: 1 unless the team says otherwise, 0 to switch it off.`,
  good: `week: 2026-W48
targets: { posts_per_day: 0-6, min_gap: 30 }
posts:
  mon:
    - { time: "09:00", category: branded, title: Autumn menu }
    - { time: "09:30", category: emotional, title: Office dog }
`,
  bad: `week: 2026-W48
targets: { posts_per_day: 0-6, min_gap: 30 }
posts:
  mon:
    - { time: "09:00", category: branded, title: Autumn menu }
    - { time: "09:10", category: emotional, title: Office dog }
`,
  needs: ['min_gap'],
  *check(plan, analysis) {
    const dayNumbers = new Map(plan.days.map((day, index) => [day, index]));
    const minuteOf = ({ date, time }: TimedPost) =>
      (dayNumbers.get(date) ?? 0) * MINUTES_A_DAY + minuteOfDay(time);
    for (const { targets, numbers } of channelsOf(plan, analysis)) {
      if (targets.min_gap === null) continue;
      const posts = timed(numbers.timeline);
      for (const [index, post] of posts.entries()) {
        const earlier = posts[index - 1];
        if (earlier === undefined) continue;
        const gap = minuteOf(post) - minuteOf(earlier);
        if (gap >= targets.min_gap) continue;
        yield {
          place: { path: [...post.path, 'time'], at: 'value' },
          message: describe(post, earlier, gap, targets),
          channel: numbers.channel,
          date: post.date,
          data: { gap, wanted: targets.min_gap },
        };
      }
    }
  },
};

function describe(post: TimedPost, earlier: TimedPost, gap: number, targets: Targets): string {
  const wanted = targets.min_gap ?? 0;
  const what =
    gap === 0
      ? `two posts go out at ${post.time}`
      : `this post goes out ${counted(gap, 'minute')} after the one at ${earlier.time}`;
  const free = minuteOfDay(post.time) + wanted - gap;
  const end = targets.hours ? minuteOfDay(targets.hours.end) : MINUTES_A_DAY - 1;
  const start = targets.hours ? minuteOfDay(targets.hours.start) : 0;
  const isHelpful = wanted > 1 && start <= free && free <= end;
  const advice = isHelpful ? `write ${timeAt(free)} or later` : 'give one of them another time';
  return `${what}, but there should be at least ${counted(wanted, 'minute')} between posts; ${advice}`;
}

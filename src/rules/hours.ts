import { timed } from '../analysis/timeline.ts';
import { asSpontaneous, channelsOf, type Rule } from './rule.ts';

export const hours: Rule = {
  id: 'hours',
  severity: 'warning',
  summary: 'a planned post goes out outside the hours of its channel',
  when: `"hours" is set, and a planned post that goes out has a time before its start or after its end. Posts exactly at
the start or the end are fine.`,
  why: `Communities do not keep office hours, but a post planned for 03:00 is usually a slip. "hours" says in which part of
the day planned posts go out, including its first and last minute. Without it nothing is reported, and unplanned posts
never are.`,
  good: `week: 2026-W48
targets: { posts_per_day: 0-6, hours: "09:00-21:00" }
posts:
  mon:
    - { time: "09:00", category: branded, title: Autumn menu }
    - { time: "23:40", title: The power cut party, unplanned: true }
`,
  bad: `week: 2026-W48
targets: { posts_per_day: 0-6, hours: "09:00-21:00" }
posts:
  mon:
    - { time: "07:00", category: branded, title: Autumn menu }
`,
  needs: ['hours'],
  *check(plan, analysis) {
    for (const { targets, numbers } of channelsOf(plan, analysis)) {
      if (targets.hours === null || targets.hours === undefined) continue;
      const { start, end } = targets.hours;
      for (const { path, date, time, unplanned } of timed(numbers.timeline)) {
        if (unplanned || (start <= time && time <= end)) continue;
        yield {
          place: { path: [...path, 'time'], at: 'value' },
          message: `${time} is outside ${start}-${end}, the hours for planned posts; write a time within these hours, or, if the post is spontaneous, ${asSpontaneous(plan)}`,
          channel: numbers.channel,
          date,
        };
      }
    }
  },
};

import { timed } from '../analysis/timeline.ts';
import { type ClockChange, clockChangeOn, type Day, spokenDay } from '../dates.ts';
import { goesOut } from '../plan/plan.ts';
import type { Rule } from './rule.ts';

export const localTime: Rule = {
  id: 'local-time',
  severity: 'warning',
  summary: 'a post has a time that does not exist on its day, or comes twice, because the clocks change',
  when: `The clocks change in the time zone of the plan on the day of a post, so that its time does not exist or comes
twice. Plans without a time zone are not checked.`,
  why: `When the clocks go forward, an hour is missing, and when they go back, one comes twice: nobody can tell when a post
planned for that hour goes out, and schedulers guess differently. Only plans with a "timezone", in
the plan or in the config, are checked.`,
  good: `week: 2027-W12
timezone: Europe/Kyiv
targets: { posts_per_day: 0-6 }
posts:
  sun:
    - { time: "04:00", category: emotional, title: For the early birds }
`,
  bad: `week: 2027-W12
timezone: Europe/Kyiv
targets: { posts_per_day: 0-6 }
posts:
  sun:
    - { time: "03:30", category: emotional, title: For the early birds }
`,
  needs: [],
  *check({ timezone, posts }) {
    if (timezone === null) return;
    const changes = new Map<Day, ClockChange | null>();
    for (const { path, date, time } of timed(posts.filter(goesOut))) {
      let change = changes.get(date);
      if (change === undefined) {
        change = clockChangeOn(timezone, date);
        changes.set(date, change);
      }
      const moment = `${date} ${time}`;
      if (change === null || moment < change.from || change.until <= moment) continue;
      yield {
        place: { path: [...path, 'time'], at: 'value' },
        message: `${describe(date, time, timezone, change)}; ${advice(date, change)}`,
        date,
        data: { ...change },
      };
    }
  },
};

function advice(date: Day, { until }: ClockChange): string {
  const [day = '', time] = until.split(' ');
  return day === date ? `write another time, such as ${time}` : `move the post to ${spokenDay(day)}, ${time}`;
}

function describe(date: Day, time: string, zone: string, { kind }: ClockChange): string {
  return kind === 'skipped'
    ? `${time} does not exist on ${spokenDay(date)}, because the clocks in ${zone} go forward and skip it`
    : `${time} comes twice on ${spokenDay(date)}, because the clocks in ${zone} go back`;
}

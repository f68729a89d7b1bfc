import { countBelow } from '../analysis/sorted.ts';
import { type Day, spokenDay } from '../dates.ts';
import type { Post, TimeSpan } from '../plan/model.ts';
import { brief, byText, counted } from '../words.ts';
import type { Rule } from './rule.ts';

export const hold: Rule = {
  id: 'hold',
  severity: 'error',
  summary: 'a post that is on hold is scheduled still; an info says how many posts a hold keeps back',
  why: `In a crisis people expect openness at once; nothing is worse than carrying on as if nothing had happened. "hold"
names the days, or hours, in which nothing planned goes out: every planned post there counts as on_hold, and need not be
edited. Posts that are published or unplanned and the format crisis-statement are left alone. cmplan cannot stop your
scheduler, so a post on hold that says status: scheduled is an error: take it out there and write on_hold, or write
published if it is out already. "cmplan drift --schedule" shows what the scheduler still has.`,
  good: `week: 2026-W48
targets: { posts_per_day: 0-2 }
hold: { from: thu 12:00, to: fri, reason: a day of mourning }
posts:
  thu:
    - { time: "09:00", category: branded, title: Rye with walnuts }
    - { time: "14:00", category: branded, title: Black Friday, status: on_hold }
    - { title: What happened and what we do, unplanned: true }
`,
  bad: `week: 2026-W48
targets: { posts_per_day: 0-2 }
hold: thu
posts:
  thu:
    - { category: branded, title: Black Friday, status: scheduled }
`,
  needs: [],
  *check({ posts, holds }) {
    const suspended = posts.filter(({ isSuspended }) => isSuspended);
    if (suspended.length === 0) return;
    for (const { path, status, openSlot, date } of suspended) {
      if (status !== 'scheduled' || openSlot) continue;
      yield { place: { path, at: 'value' }, message: stillScheduled(date), date };
    }
    const count = counter(suspended);
    for (const { path, reason, from, until } of holds) {
      const posts = count({ from, until });
      if (posts === 0) continue;
      const why = reason === null ? '' : ` (${brief(reason)})`;
      const message = `this hold${why} keeps back ${counted(posts, 'post')}; cmplan drift --schedule shows what your scheduler still has`;
      yield { place: { path, at: 'value' }, message, severity: 'info', isAlwaysInfo: true, data: { posts } };
    }
  },
};

function stillScheduled(date: Day | null): string {
  const what = `this post of ${spokenDay(date ?? '')} is on hold, but your scheduler would still send it (status: scheduled)`;
  return `${what}; take it out there and write status: on_hold, or write status: published if it is already out`;
}

/** Counts the posts within a span: by their time, those without one by their day. */
function counter(posts: readonly Post[]): (span: TimeSpan) => number {
  const starts = posts.map(({ date, time }) => `${date}T${time ?? '00:00'}`).sort(byText);
  const lasts = posts.map(({ date, time }) => `${date}T${time ?? '23:59'}`).sort(byText);
  return ({ from, until }) => countBelow(starts, until) - countBelow(lasts, from);
}

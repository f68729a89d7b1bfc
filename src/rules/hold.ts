import { type Day, spokenDay } from '../dates.ts';
import type { Post, TimeSpan } from '../plan/plan.ts';
import { countBelow } from '../text/sorted.ts';
import { brief, byText, counted } from '../text/words.ts';
import type { Rule } from './rule.ts';

export const hold: Rule = {
  id: 'hold',
  severity: 'error',
  summary: 'a post on hold still says that it is scheduled; also tells how many posts each hold keeps back',
  when: `An error where a hold keeps back a post that has a title or a text and the status scheduled. An info for each
hold: how many posts it keeps back, not counting those with the status on_hold.`,
  why: `In a crisis, people expect openness at once; nothing is worse than carrying on as if nothing had happened. Write
"hold" above your posts: a day (hold: thu), several (hold: [thu, 2026-11-27]), or from and to, with times if you like
(from: 2026-11-26 12:00, to: 2026-11-27). A day in "to" is held to its end, a time until just before it. Every planned
post there counts as on_hold without being edited; one without a time is kept back with its day. Posts that are
published or unplanned, and those of the format crisis-statement, still go out. cmplan cannot stop your scheduler:
export its queue, compare it with "cmplan drift PLAN --schedule FILE", take out what is held, and compare again until
nothing is. Only posts that say status: scheduled need an edit, because somebody has put them into the scheduler: take
them out of it, then write on_hold.`,
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
      const said = brief(reason ?? '').trim();
      const why = said === '' ? '' : ` (${said})`;
      const message = `this hold${why} keeps back ${counted(posts, 'post')}; to see what your scheduler still has, run: cmplan drift PLAN --schedule FILE`;
      yield { place: { path, at: 'value' }, message, severity: 'info', data: { posts } };
    }
  },
};

function stillScheduled(date: Day | null): string {
  return `this post on ${spokenDay(date ?? '')} is on hold, but still says status: scheduled; if your scheduler has it, delete it there, then write status: on_hold (or published, if it went out before the hold)`;
}

/**
 * Returns a function that counts the posts in a span. A post without a time counts if any part of its day is in the
 * span.
 */
function counter(posts: readonly Post[]): (span: TimeSpan) => number {
  const starts = posts.map(({ date, time }) => `${date}T${time ?? '00:00'}`).sort(byText);
  const lasts = posts.map(({ date, time }) => `${date}T${time ?? '23:59'}`).sort(byText);
  return ({ from, until }) => countBelow(starts, until) - countBelow(lasts, from);
}

import { spokenDay } from '../dates.ts';
import { counted } from '../text/words.ts';
import { boundsHint, channelsOf, DefaultHint, ifSpontaneous, placeOfDay, type Rule } from './rule.ts';

const OFF = 'a reserve of 20% is only the default: to switch it off, write reserve: 0 in the targets';

export const reserve: Rule = {
  id: 'reserve',
  severity: 'warning',
  summary: 'the planned posts leave too little of a day free for unplanned ones',
  when: `A day has no more planned posts than its maximum, but more than its maximum minus the reserve. Unplanned posts
do not count. The reserve is never more than the maximum minus the minimum.`,
  why: `A plan is a guide, not something to follow blindly: a chance, on-the-spot idea is always worth more than a planned
one. So every day keeps some room free for what nobody can plan, and unplanned posts use that room.`,
  good: `week: 2026-W48
targets: { posts_per_day: 0-4, reserve: 1 }
posts:
  mon:
    - { category: branded, title: Autumn menu }
    - { category: functional, title: Five soups }
    - { category: emotional, title: Office dog }
    - { category: emotional, title: The power cut party, unplanned: true }
`,
  bad: `week: 2026-W48
targets: { posts_per_day: 0-4, reserve: 1 }
posts:
  mon:
    - { category: branded, title: Autumn menu }
    - { category: functional, title: Five soups }
    - { category: emotional, title: Office dog }
    - { category: emotional, title: Guess the spice }
`,
  needs: ['posts_per_day', 'days_off', 'reserve'],
  *check(plan, analysis) {
    const hint = boundsHint(plan);
    const reserveHint = new DefaultHint(plan, 'reserve', OFF);
    for (const { channel, numbers } of channelsOf(plan, analysis)) {
      for (const day of numbers.days) {
        const { date, planned, max, reserve: kept } = day;
        if (kept === null || planned > max || planned <= max - kept) continue;
        const free = max - planned;
        const missing = kept - free;
        const is = `${spokenDay(date)} has ${counted(planned, 'planned post')} of at most ${max}`;
        const wanted = `the reserve keeps ${kept} free for unplanned posts`;
        yield {
          place: placeOfDay(plan, numbers, day),
          message: `${is}, but ${wanted}; move or drop ${missing}, ${ifSpontaneous(plan)}${hint.for(channel, true)}${reserveHint.for(channel)}`,
          channel: numbers.channel,
          date,
          data: { free, reserve: kept },
        };
      }
    }
  },
};

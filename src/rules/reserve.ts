import { spokenDay } from '../dates.ts';
import { boundsHint, channelsOf, DefaultHint, IF_SPONTANEOUS, placeOfDay, type Rule } from './rule.ts';

const OFF = 'a reserve of 20% is only the default, and reserve: 0 in the targets switches it off';

export const reserve: Rule = {
  id: 'reserve',
  severity: 'warning',
  summary: 'the planned posts of a day leave less room for the unplanned than the reserve asks for',
  when: `The planned posts of a day keep to its maximum, but not to its maximum less the reserve. Unplanned posts do
not count. A reserve is never more than the maximum less the minimum.`,
  why: `The plan is a guide that must not be followed blindly: a chance, on-the-spot idea is always worth more than a
planned one. So every day keeps room free for what nobody can plan. Unplanned posts use that room.`,
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
        const is = `${spokenDay(date)} plans ${planned} of at most ${max} posts`;
        const wanted = `${kept} should stay free for the unplanned (the reserve)`;
        yield {
          place: placeOfDay(plan, numbers, day),
          message: `${is}, but ${wanted}; move or drop ${missing}, ${IF_SPONTANEOUS}${hint.for(channel, true)}${reserveHint.for(channel)}`,
          channel: numbers.channel,
          date,
          data: { free, reserve: kept },
        };
      }
    }
  },
};

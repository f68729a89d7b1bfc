import type { NextPlan } from '../analysis/channel-over-time.ts';
import type { SeriesAnalysis } from '../analysis/series.ts';
import { spokenDay } from '../dates.ts';
import { exact, rounded } from '../exact.ts';
import { brief, counted, listed } from '../text/words.ts';
import { besideTarget, tooMany, worstFirst } from './off-track.ts';
import { channelsOf, POSTS, type Rule } from './rule.ts';

export const mixOverTime: Rule = {
  id: 'mix-over-time',
  severity: 'warning',
  summary: 'over the weeks, a category of a channel has too many or too few posts',
  when: `Over all plans of the team from the beginning of the span ("mix_over": a quarter, unless the team says otherwise)
up to this one, a category is more than "tolerance" percentage points off its target, and at least two posts off: one
finding for each channel, at the newest of the checked plans that has posts with words there.`,
  why: `A week of five posts cannot be divided 30/35/35, so it is on track at 2/1/2. Twelve such weeks are nine functional
posts short, and each of them is silent. The followers see the sum of the weeks. Whole numbers never force this finding:
there are always weeks that keep both to their own mix and to the sum.`,
  before: `week: 2026-W47
targets: { posts_per_day: 0-7 }
posts:
  mon:
    - { category: branded, title: Autumn menu }
    - { category: branded, title: Lunch offer }
    - { category: branded, title: Gift box }
    - { category: emotional, title: Office dog }
    - { category: emotional, title: Old photo }
    - { category: emotional, title: First snow }
`,
  good: `week: 2026-W48
targets: { posts_per_day: 0-7 }
posts:
  mon:
    - { category: branded, title: Voucher }
    - { category: functional, title: Five soups }
    - { category: functional, title: Opening hours }
    - { category: functional, title: How to reheat }
`,
  bad: `week: 2026-W48
targets: { posts_per_day: 0-7 }
posts:
  mon:
    - { category: branded, title: Voucher }
    - { category: functional, title: Five soups }
    - { category: emotional, title: Our baker }
    - { category: emotional, title: Thank you }
`,
  needs: ['mix', 'tolerance', 'mix_over'],
  runsAt: (overTime) => overTime !== null && overTime.reported.size > 0,
  *check(plan, analysis, overTime) {
    for (const { numbers } of channelsOf(plan, analysis)) {
      const { channel } = numbers;
      const running = overTime.reported.has(channel) ? overTime.channels.get(channel) : undefined;
      if (running === undefined) continue;
      const { series } = running;
      // A hold must not cause a finding that the plans would not have without it.
      if (series.off.length === 0 || running.withSuspended.off.length === 0) continue;
      const next = running.next(series);
      const message = `${describe(series)}${next ? advice(next) : ''}`;
      const data = { from: series.from, plans: series.plans, counted: series.counted };
      yield { place: POSTS, message, channel, data };
    }
  },
};

function describe({ from, plans, counted: all, off }: SeriesAnalysis): string {
  const said = [...off].sort(worstFirst).map((category) => {
    const { count, quota, verdict } = category;
    const posts = rounded(quota.sub(count).abs(), 1);
    return `${tooMany(category)}: ${count} (${besideTarget({ ...category, target: rounded(exact(category.target), 1) })}), ${posts} ${verdict === 'over' ? 'too many' : 'short'}`;
  });
  return `over ${plans} plans since ${spokenDay(from)} with ${counted(all, 'planned post')}, ${said.join('; ')}`;
}

/** Advice on the next plan, if it should differ from an ordinary one; else empty. */
function advice({ posts, counts, ordinary }: NextPlan): string {
  const usual = ordinary();
  const isOrdinary = [...counts].every(([category, count]) => usual.get(category) === count);
  if (isOrdinary) return '';
  const wanted = [...counts].map(([category, count]) => `${count} ${brief(category)}`);
  return `; make the next ${counted(posts, 'post')} ${listed(wanted, 'and')}`;
}

import type { DayAnalysis } from '../analysis/verdict.ts';
import { spokenDay } from '../dates.ts';
import type { Plan } from '../plan/plan.ts';
import { DEFAULT_BOUNDS, DEFAULT_TARGETS, type Targets } from '../policy/targets.ts';
import { counted } from '../text/words.ts';
import {
  boundsHint,
  type ChannelView,
  channelsOf,
  type DefaultHint,
  ifSpontaneous,
  placeOfDay,
  type Rule,
  type RuleReport,
} from './rule.ts';

export const postsPerDay: Rule = {
  id: 'posts-per-day',
  severity: 'warning',
  summary: 'a channel has too many or too few posts on a day',
  when: `An error where a day has more planned posts than its maximum. A warning (an error under --ready) where it has
fewer posts than its minimum, planned and unplanned together; a day off or on hold has no minimum. An info
where only unplanned posts take a day above its maximum. Days in a row without any posts are one finding.`,
  why: `A media outlet does well with 6 to 12 posts a day; other kinds of account set their own limits. With too many
posts, people unsubscribe, and nothing spontaneous fits in; with too few, the channel goes quiet. Unplanned posts that
take a day above its maximum may stay; a planned post gives way instead.`,
  good: `week: 2026-W48
targets: { posts_per_day: 0-2 }
posts:
  mon:
    - { category: branded, title: Autumn menu }
    - { category: emotional, title: Office dog }
`,
  bad: `week: 2026-W48
targets: { posts_per_day: 0-2 }
posts:
  mon:
    - { category: branded, title: Autumn menu }
    - { category: functional, title: Five soups }
    - { category: emotional, title: Office dog }
`,
  needs: ['posts_per_day', 'days_off'],
  *check(plan, analysis) {
    const hint = boundsHint(plan);
    for (const view of channelsOf(plan, analysis)) {
      const { numbers } = view;
      for (const days of withRunsJoined(numbers.days)) {
        const [day] = days;
        if (day === undefined || day.verdict === 'on_track') continue;
        const place = placeOfDay(plan, numbers, day);
        const data = { days: days.map(({ date }) => date) };
        yield {
          place,
          ...judge(plan, day, days, view, hint),
          channel: numbers.channel,
          date: day.date,
          data,
        };
      }
    }
  },
};

/**
 * Groups the days of a channel. Each group gets at most one finding. A day with posts is a group of its own. Between
 * two such days, the days that have no posts but should have some form one group, which may be empty. Days that have no
 * posts and need none are left out.
 */
function* withRunsJoined(days: readonly DayAnalysis[]): Iterable<readonly DayAnalysis[]> {
  let run: DayAnalysis[] = [];
  for (const day of days) {
    const isEmpty = day.planned + day.unplanned === 0;
    if (isEmpty && day.verdict === 'under') run.push(day);
    if (isEmpty) continue;
    yield run;
    run = [];
    yield [day];
  }
  yield run;
}

function judge(
  plan: Plan,
  day: DayAnalysis,
  days: readonly DayAnalysis[],
  { channel, targets }: ChannelView,
  hint: DefaultHint,
): Pick<RuleReport, 'severity' | 'severityWhenReady' | 'message'> {
  const { planned, unplanned, max } = day;
  const name = spokenDay(day.date);
  if (planned > max) {
    const advice = `move or drop ${planned - max}, ${ifSpontaneous(plan)}`;
    return {
      severity: 'error',
      message: `${name} has ${counted(planned, 'planned post')}, but at most ${max} may go out; ${advice}${hint.for(channel, true)}`,
    };
  }
  if (planned + unplanned > max) {
    const givingWay = Math.min(planned, planned + unplanned - max);
    const advice = givingWay === 0 ? '' : `, but move ${counted(givingWay, 'planned post')} if you can`;
    const all = counted(planned + unplanned, 'post');
    return {
      // Spontaneous posts never make a check fail (docs/method.md, belief 3).
      severity: 'info',
      message: `${name} has ${all}, ${unplanned} of them unplanned, but at most ${max} may go out; unplanned posts may stay${advice}`,
    };
  }
  const message = under(day, days, targets) + hint.for(channel);
  return { severity: 'warning', severityWhenReady: 'error', message };
}

function under(day: DayAnalysis, days: readonly DayAnalysis[], targets: Targets): string {
  const { date, planned, unplanned, min } = day;
  const last = days.at(-1);
  if (days.length === 1 || last === undefined) {
    const all = planned + unplanned;
    return `${spokenDay(date)} has ${all === 0 ? 'no posts' : counted(all, 'post')}, but at least ${min} should go out; add ${min - all}`;
  }
  const least = Math.min(...days.map((each) => each.min));
  const most = Math.max(...days.map((each) => each.min));
  const wanted = least === most ? `at least ${least}` : `at least ${least}, some at least ${most}`;
  const isDefault = targets.posts_per_day === DEFAULT_TARGETS.posts_per_day;
  const orElse = isDefault ? '' : `, or ${lowered(targets, day.max)} to allow empty days`;
  return `${days.length} days from ${spokenDay(date)} to ${spokenDay(last.date)} have no posts, but each should have ${wanted}; add some${orElse}`;
}

/**
 * Returns advice on how to allow empty days. Where single days have bounds of their own, it changes only the default.
 */
function lowered({ posts_per_day: stated }: Targets, max: number): string {
  if (stated === null || stated.days.size === 0) return `change posts_per_day to 0-${max}`;
  return stated.default === DEFAULT_BOUNDS
    ? `add default: 0-${max} to posts_per_day`
    : `change "default" to 0-${max} in posts_per_day`;
}

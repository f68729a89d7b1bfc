import type { MadeBlank } from '../../drafting/blank-plan.ts';
import { countsOf } from '../../text/groups.ts';
import { brief, counted, didYouMean, listed, quoted } from '../../text/words.ts';
import type { Config } from '../../workspace/configs.ts';
import type { FoundTemplate } from './template.ts';

/**
 * Returns in words how many open slots (posts that still need a title or a text) each channel has, such as `7 on each
 * of 2 channels`; null if fewer than two channels have any.
 */
export function slotsByChannel(slots: MadeBlank['slots']): string | null {
  const counts = countsOf(slots.map(({ channel }) => channel));
  const [first, ...others] = counts.values();
  if (others.length === 0) return null;
  if (others.every((count) => count === first)) return `${first} on each of ${counts.size} channels`;
  return listed(
    Array.from(counts, ([channel, count]) => `${count} on ${brief(channel)}`),
    'and',
  );
}

/**
 * Returns one sentence that says why a new plan has no open slots (posts that still need a title or a text), or an
 * empty list if the plan has some.
 *
 * @param isLike - whether the plan repeats an earlier plan (`--like`)
 */
export function notesOnNoSlots({ slots, days, posts }: MadeBlank, isLike = false): readonly string[] {
  if (slots.length > 0) return [];
  const reasons = new Set(days.map(({ closed }) => closed));
  const onHold = reasons.has('on hold');
  if (onHold && !reasons.has(null)) {
    const others = [
      ...(reasons.has('day off') ? ['a day off'] : []),
      ...(reasons.has('no posts') ? ['without posts (posts_per_day: 0)'] : []),
    ];
    return [
      `there are no open slots, because every day is ${listed(['on hold', ...others])}; shorten the hold, or delete it if it is over`,
    ];
  }
  if (posts > 0) {
    return [
      `there are no open slots, because the ${counted(posts, 'post')} of the template ${posts === 1 ? 'stays' : 'stay'}; for an empty week, leave out --template`,
    ];
  }
  if (isLike)
    return ['there are no open slots, because the plan to be like has no planned posts on these channels'];
  const where = onHold ? ' on the days that are not on hold' : '';
  return [
    `there are no open slots, because the middle of the range that posts_per_day and reserve allow${where} is 0 a day; for more, add --per-day 1`,
  ];
}

/**
 * Returns one sentence that lists what the new plan keeps from its template, or an empty list if there is nothing that
 * could surprise a user who expects an empty week. Posts with a title or a text are listed only if the template is
 * another file, such as last week's plan, because a real template has such posts on purpose.
 */
export function notesOnStaying(
  { slots, staying }: MadeBlank,
  { name, kind }: FoundTemplate,
): readonly string[] {
  const { withWords, notGoingOut, hasHold, suspended } = staying;
  const isSaid = slots.length > 0 && kind === 'file' && withWords > 0;
  const parts = [
    ...(isSaid ? [counted(withWords, 'post with a title or a text', 'posts with a title or a text')] : []),
    ...(notGoingOut > 0
      ? [counted(notGoingOut, 'post that is on hold or cancelled', 'posts that are on hold or cancelled')]
      : []),
    ...(hasHold ? [suspended > 0 ? `the hold with ${counted(suspended, 'post')} in it` : 'the hold'] : []),
  ];
  if (parts.length === 0) return [];
  return [`the new plan keeps from ${quoted(name)}: ${listed(parts, 'and')}; delete what you do not want`];
}

/**
 * Returns a sentence for each of `names` that is not a channel of the config but resembles one; an empty list if there
 * is no config.
 */
export function notesOnStrangers(names: readonly string[], config: Config | null): readonly string[] {
  const known = config?.channels.map(({ name }) => name) ?? [];
  return names
    .filter((name) => !known.includes(name))
    .flatMap((name) => {
      const meant = didYouMean(name, known);
      return meant === '' ? [] : [`--channel: ${config?.name} has no channel ${quoted(name)}${meant}`];
    });
}

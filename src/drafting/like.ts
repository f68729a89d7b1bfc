import { DAYS_IN_WEEK, type Weekday, weekdayOf } from '../dates.ts';
import { letsGoOut, type Post } from '../plan/plan.ts';
import type { PlanTerms } from '../plan/plan-settings.ts';
import { readPlan } from '../plan/read-plan.ts';
import { counted, quoted } from '../text/words.ts';
import { type Edit, edited, endOfEntry, lineEnd, lineStart, ownEntries } from '../yaml/edits.ts';
import type { MappingNode } from '../yaml/node.ts';
import { printed } from '../yaml/places.ts';
import { readText, syntaxSentences } from '../yaml/source.ts';
import type { Template } from './template.ts';

/** An open slot (a post still to be written) that repeats a post of an earlier plan on one channel. */
export interface LikeSlot {
  readonly weekday: Weekday;
  /** `HH:MM`; `null` if the earlier post has no time. */
  readonly time: string | null;
  readonly channel: string;
  /** The format of the earlier post, such as `poll`; `null` if it has none. */
  readonly format: string | null;
  /** The category that the format implies on the channel; `null` if it implies none. */
  readonly implied: string | null;
}

/** What a new plan takes over from an earlier plan. */
export interface Like {
  /** The earlier plan without its posts and its hold: only its period, time zone, channels and targets are left. */
  readonly template: Template;
  /** A slot for each planned post of the earlier plan on each of its channels. */
  readonly slots: readonly LikeSlot[];
  /** A sentence about the posts that could not be read; empty if all could be read. */
  readonly notes: readonly string[];
}

/** The keys of a plan that a plan like it keeps. */
const KEPT = ['week', 'from', 'to', 'timezone', 'channels', 'targets'];

/**
 * Returns what a new plan takes over from an earlier plan: its settings, and the weekday, time, channels and format of
 * each planned post. Posts with the status `on_hold` or `cancelled` are left out. Posts that a hold suspends are
 * included, because the hold does not apply to the new plan.
 *
 * @returns what to take over; only `problems`, with a sentence for each, if the earlier plan cannot be read or has more
 * than seven days
 */
export function likeOf(
  { name, source }: Template,
  terms: PlanTerms,
): Like | { readonly problems: readonly string[] } {
  const refused = (problem: string) => ({ problems: [`--like: ${problem}`] });
  const sentences = syntaxSentences(source, name);
  if (sentences.length > 0) return { problems: sentences.map((each) => `--like: ${printed(each)}`) };
  const { root, text } = source;
  if (root?.kind !== 'mapping' || root.isFlow)
    return refused(`${quoted(name)} is not a plan with keys on lines of their own, such as week: 2026-W48`);
  const plan = readPlan(root, terms, () => {});
  if (plan === null || !plan.hasPosts)
    return refused(`${quoted(name)} has mistakes in its period or its posts; run cmplan check ${name} first`);
  if (plan.days.length > DAYS_IN_WEEK)
    return refused(
      `${quoted(name)} is for ${plan.days.length} days, but a week can only be like a plan of at most ${DAYS_IN_WEEK}`,
    );
  const bare = readText(withoutPosts(text, root).replace(SUPPRESSION, ''));
  if (bare.problems.length > 0)
    return refused(`${quoted(name)} uses aliases (*) of what is left behind; write these values out`);
  const repeated = plan.posts.filter(({ unplanned, status }) => !unplanned && letsGoOut(status));
  const lost = plan.unreadablePosts + repeated.filter((post) => slotsOf(post).length === 0).length;
  const notes =
    lost === 0
      ? []
      : [
          `${counted(lost, 'post')} of ${quoted(name)} could not be read, and ${lost === 1 ? 'is' : 'are'} left out`,
        ];
  return { template: { name, source: bare }, slots: repeated.flatMap(slotsOf), notes };
}

function slotsOf({ date, time, channels, format, impliedCategories }: Post): readonly LikeSlot[] {
  if (date === null) return [];
  const weekday = weekdayOf(date);
  return channels.map((channel) => {
    return { weekday, time, channel, format, implied: impliedCategories.get(channel) ?? null };
  });
}

/** Matches a comment that suppresses rules; in a new plan, it would hide what nobody has looked at. */
const SUPPRESSION = /^[ \t]*#[ \t]*cmplan-disable[^\r\n]*(?:\r\n|[\r\n])/gm;

/** The text of a plan with only the keys that a plan like it keeps, and an empty `posts`. */
function withoutPosts(text: string, root: MappingNode): string {
  const left = ownEntries(root).filter(({ key }) => !KEPT.includes(key.text));
  return edited(
    text,
    left.map((entry): Edit => {
      const { key } = entry;
      const end = endOfEntry(text, entry);
      if (key.text === 'posts') return { start: key.start, end, text: 'posts:' };
      const next = lineEnd(text, end);
      const after = /^\r\n|[\r\n]/.exec(text.slice(next, next + 2))?.[0] ?? '';
      return { start: lineStart(text, key.start), end: next + after.length, text: '' };
    }),
  );
}

import { type Day, dayCount, MINUTES_A_DAY, minuteOfDay, spokenDay } from '../../dates.ts';
import {
  type ChannelPost,
  COUNTED_AS_DRIFT,
  type ComparedPost,
  type DriftVerdict,
} from '../../drift/drift-model.ts';
import { rounded } from '../../exact.ts';
import { groupsOf } from '../../text/groups.ts';
import { brief, counted, listed, quoted } from '../../text/words.ts';
import type { DriftResult } from './drift-report.ts';

/** The name of each verdict in human-readable reports. */
export const VERDICT_WORDS: Readonly<Record<DriftVerdict, string>> = {
  held: 'held',
  on_plan: 'on plan',
  moved: 'moved',
  recategorised: 'recategorised',
  moved_and_recategorised: 'moved and recategorised',
  dropped: 'dropped',
  gave_way: 'gave way',
  open: 'open',
  unknown: 'unknown',
  added: 'added',
  over_room: 'over the limit',
};

const NOT_TOLD: ReadonlySet<DriftVerdict> = new Set(['on_plan', 'open', 'unknown']);

/** Whether reports list a post. Most posts that are on plan, open or unknown are only counted. */
function isTold({ verdict, skippedLine }: ComparedPost): boolean {
  return !NOT_TOLD.has(verdict) || skippedLine !== null;
}

/**
 * Returns the posts that reports list under each day. Held posts are left out, because reports list them before the
 * days. Posts with the verdict `on_plan`, `open` or `unknown` are left out, because reports only count them, unless
 * they have a `skippedLine`.
 */
export function toldByDay({ posts }: DriftResult): ReadonlyMap<Day, readonly ComparedPost[]> {
  const others = posts.filter((post) => isTold(post) && post.verdict !== 'held');
  return groupsOf(others, (post) => [shownSide(post).date]);
}

/**
 * Returns the planned post or, if the post is not in the plan, the scheduled one. Reports show the day, the time and
 * the words of this post.
 */
export function shownSide({ planned, scheduled }: ComparedPost): ChannelPost {
  const side = planned ?? scheduled;
  if (side === null) throw new Error('a post is on neither side');
  return side;
}

/**
 * Returns the words that follow the verdict on a post: its title or, if it has none, its text; its channel if
 * `namesChannel` is true; and what has changed, such as `to Tue 24 Nov 10:30, 1 day later`.
 */
export function storyOf(post: ComparedPost, namesChannel: boolean): string {
  return [namedPost(post, namesChannel), changeOf(post)].filter((part) => part !== '').join(' ');
}

/**
 * Returns the title of a post or, if it has none, its text, in quotes. If `namesChannel` is true, the channel follows.
 */
export function namedPost(post: ComparedPost, namesChannel: boolean): string {
  const { title, text } = shownSide(post);
  const words = brief(title ?? text ?? '').trim();
  const name = words === '' ? 'a post without text' : quoted(words);
  return namesChannel ? `${name} on ${brief(post.channel)}` : name;
}

/**
 * Returns what has changed in a post, in words: `to Tue 24 Nov 10:30, 1 day 1 h 30 min later, from branded to
 * functional`. Returns an empty text if the verdict says it all.
 */
function changeOf({ verdict, planned, scheduled, skippedLine }: ComparedPost): string {
  if (skippedLine !== null) return `because line ${skippedLine} has its words but is not compared`;
  if (verdict === 'gave_way') return 'to another post';
  if (verdict === 'over_room') return 'on a day with too many posts';
  if (planned === null || scheduled === null) return '';
  const isBoth = verdict === 'moved_and_recategorised';
  return [
    ...(verdict === 'moved' || isBoth ? [moveOf(planned, scheduled)] : []),
    ...(verdict === 'recategorised' || isBoth
      ? [`from ${brief(planned.category ?? '')} to ${brief(scheduled.category ?? '')}`]
      : []),
  ].join(', ');
}

function moveOf(planned: ChannelPost, scheduled: ChannelPost): string {
  const isSameDay = planned.date === scheduled.date;
  const where = [isSameDay ? '' : spokenDay(scheduled.date), scheduled.time ?? ''].filter(
    (part) => part !== '',
  );
  return `to ${where.join(' ')}, ${wayBetween(planned, scheduled)}`;
}

/**
 * Returns how much earlier or later a post is scheduled: `1 day 2 h 30 min later`. If either post has no time, only
 * whole days count.
 */
function wayBetween(planned: ChannelPost, scheduled: ChannelPost): string {
  const days =
    planned.date <= scheduled.date
      ? dayCount(planned.date, scheduled.date) - 1
      : 1 - dayCount(scheduled.date, planned.date);
  const minutes =
    planned.time === null || scheduled.time === null
      ? 0
      : minuteOfDay(scheduled.time) - minuteOfDay(planned.time);
  const way = days * MINUTES_A_DAY + minutes;
  const distance = Math.abs(way);
  const [hours, rest] = [Math.floor((distance % MINUTES_A_DAY) / 60), distance % 60];
  const parts = [
    ...(distance >= MINUTES_A_DAY ? [counted(Math.floor(distance / MINUTES_A_DAY), 'day')] : []),
    ...(hours > 0 ? [`${hours} h`] : []),
    ...(rest > 0 ? [`${rest} min`] : []),
  ];
  return `${parts.join(' ')} ${way > 0 ? 'later' : 'earlier'}`;
}

/** Returns the result of a comparison in one sentence: `Drift 25%: 1 of 4 planned posts has drifted (1 moved)`. */
export function driftSentence(result: DriftResult): string {
  const told = `Drift ${rounded(result.drift, 1)}%: ${outcomeOf(result)}`;
  const rest = restOf(result);
  return rest.length === 0 ? told : `${told}; ${listed(rest, 'and')}`;
}

/**
 * Returns the part of the sentence about planned posts: how many have drifted or, if none has, how many are on plan.
 */
function outcomeOf({ counts, measured }: DriftResult): string {
  if (measured === 0)
    return counts.unknown > 0
      ? 'nothing can be compared'
      : 'there are no planned posts with a title to compare';
  const posts = counted(measured, 'planned post');
  const drifted = [...COUNTED_AS_DRIFT].filter((verdict) => counts[verdict] > 0);
  const total = drifted.reduce((sum, verdict) => sum + counts[verdict], 0);
  if (total > 0) {
    const kinds = drifted.map((verdict) => `${counts[verdict]} ${VERDICT_WORDS[verdict]}`);
    return `${total} of ${posts} ${total === 1 ? 'has' : 'have'} drifted (${kinds.join(', ')})`;
  }
  const kept = measured - counts.gave_way;
  if (kept < measured) return `${kept} of ${posts} ${kept === 1 || measured === 1 ? 'is' : 'are'} on plan`;
  return `${measured === 1 ? 'the one planned post is' : `all ${posts} are`} on plan`;
}

/** Returns the parts of the sentence about everything but drift, such as "2 were added". */
function restOf({ counts, posts }: DriftResult): readonly string[] {
  const added = counts.added + counts.over_room;
  const beyond = counts.over_room > 0 ? ` (${counts.over_room} on days with too many posts)` : '';
  const slots = posts.filter(({ verdict, planned }) => verdict === 'open' && planned?.openSlot).length;
  const ideas = counts.open - slots;
  return [
    ...(counts.gave_way > 0 ? [`${counts.gave_way} gave way to others`] : []),
    ...(added > 0 ? [`${added} ${added === 1 ? 'was' : 'were'} added${beyond}`] : []),
    ...(slots > 0 ? [`${counted(slots, 'slot')} ${slots === 1 ? 'is' : 'are'} open`] : []),
    ...(ideas > 0 ? [`${ideas} unplanned ${ideas === 1 ? 'one is' : 'ones are'} missing`] : []),
    ...(counts.unknown > 0
      ? [`${counts.unknown} ${counts.unknown === 1 ? 'is' : 'are'} not covered by the schedule`]
      : []),
  ];
}

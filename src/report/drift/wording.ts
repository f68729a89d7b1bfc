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

/** What each verdict is called in reports for people. */
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

/** Whether a post is listed in reports. Posts that are on plan, open or unknown are only counted. */
function isTold({ verdict }: ComparedPost): boolean {
  return !NOT_TOLD.has(verdict);
}

/**
 * Returns the posts that reports list under each day. Held posts are left out, because they are listed first, and so
 * are posts that are on plan, open or unknown, because they are only counted.
 */
export function toldByDay({ posts }: DriftResult): ReadonlyMap<Day, readonly ComparedPost[]> {
  const others = posts.filter((post) => isTold(post) && post.verdict !== 'held');
  return groupsOf(others, (post) => [shownSide(post).date]);
}

/** Returns the side by which a post is shown and listed: the planned post or, if there is none, the scheduled post. */
export function shownSide({ planned, scheduled }: ComparedPost): ChannelPost {
  const side = planned ?? scheduled;
  if (side === null) throw new Error('a post is on neither side');
  return side;
}

/**
 * Says what has become of a post, in words to put after its verdict: its title or, failing that, its text; its channel
 * if `namesChannel` is true; and the change, if there is any to tell.
 */
export function storyOf(post: ComparedPost, namesChannel: boolean): string {
  return [namedPost(post, namesChannel), changeOf(post)].filter((part) => part !== '').join(' ');
}

/**
 * Returns the title of a post or, failing that, its text, in quotes, followed by its channel if `namesChannel` is true.
 */
export function namedPost(post: ComparedPost, namesChannel: boolean): string {
  const { title, text } = shownSide(post);
  const words = brief(title ?? text ?? '').trim();
  const name = words === '' ? 'a post without text' : quoted(words);
  return namesChannel ? `${name} on ${brief(post.channel)}` : name;
}

/**
 * The change in a post: words to put after verdict and title, such as `to Tue 24 Nov 10:30, 1 day 1 h 30 min later,
 * from branded to functional`. Empty when there is nothing to add.
 */
function changeOf({ verdict, planned, scheduled }: ComparedPost): string {
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

/** The distance between two times: `1 day 2 h 30 min later`. It is in whole days when either has no time. */
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

/** The drift in percent, with at most one decimal. */
function driftText({ drift }: Pick<DriftResult, 'drift'>): string {
  return `${rounded(drift, 1)}%`;
}

/** Returns the result of a comparison in one sentence. */
export function driftSentence(result: DriftResult): string {
  const told = `Drift ${driftText(result)}: ${outcomeOf(result)}`;
  const rest = restOf(result);
  return rest.length === 0 ? told : `${told}; ${listed(rest, 'and')}`;
}

/** The part of the sentence about planned posts: how many drifted, or are on plan. */
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

/** The parts of the sentence about everything that is not drift. */
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

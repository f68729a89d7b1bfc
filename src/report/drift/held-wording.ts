import { spokenDay } from '../../dates.ts';
import type { ChannelPost, ComparedPost, HeldBack } from '../../drift/drift-model.ts';
import { brief } from '../../text/words.ts';
import type { DriftResult } from './drift-report.ts';
import { namedPost } from './wording.ts';

/**
 * Returns the posts that human-readable reports show first, because users may have to remove them from the scheduler:
 * first held posts (scheduled although the plan says that they do not go out), then posts that are not in the plan but
 * scheduled while the plan is on hold.
 */
export function firstToTell({ posts }: DriftResult): readonly ComparedPost[] {
  const isUnexpected = ({ planned, isDuringHold }: ComparedPost) => planned === null && isDuringHold;
  return [...posts.filter(({ verdict }) => verdict === 'held'), ...posts.filter(isUnexpected)];
}

/** Returns the heading above the posts that `firstToTell` returns. */
export function headOfFirst({ counts }: DriftResult): string {
  return counts.held > 0
    ? 'Still scheduled: take these held posts out of your scheduler'
    : 'Scheduled while the plan is on hold: check whether they may go out';
}

/**
 * Returns the words that follow the verdict on a post: its title, its channel if the plan has several, its line in the
 * schedule, and why the post is shown first.
 *
 * @param post - a post that `firstToTell` returns
 */
export function firstStoryOf(post: ComparedPost, { channels, schedule }: DriftResult): string {
  const line = post.scheduled === null ? '' : `, line ${post.scheduled.line} of ${brief(schedule)}`;
  return `${namedPost(post, channels.length > 1)}${line}: ${reasonOf(post)}`;
}

function reasonOf({ planned, scheduled }: ComparedPost): string {
  if (planned === null) return 'not in the plan, which is on hold at this time';
  if (planned.heldBack === null) return `planned for ${momentOf(planned)}, but scheduled during a hold`;
  const when = planned.date === scheduled?.date ? '' : `, where it is on ${spokenDay(planned.date)}`;
  return `${HELD_BACK_WORDS[planned.heldBack]}${when}`;
}

const HELD_BACK_WORDS: Readonly<Record<HeldBack, string>> = {
  cancelled: 'cancelled in the plan',
  on_hold: 'on_hold in the plan',
  suspended: 'kept back by a hold in the plan',
};

/** Returns the day of a post in words, followed by its time if it has one: `Thu 26 Nov 14:00`. */
export function momentOf({ date, time }: Pick<ChannelPost, 'date' | 'time'>): string {
  return time === null ? spokenDay(date) : `${spokenDay(date)} ${time}`;
}

/**
 * Returns a sentence with the number of held posts: scheduled posts that do not go out according to the plan. If there
 * are none, says that no post on hold is scheduled. Returns `null` if the plan has no posts on hold either.
 */
export function heldSentence({ counts: { held }, onHold, schedule }: DriftResult): string | null {
  if (held === 1) return '1 held post is still scheduled: take it out of your scheduler';
  if (held > 1) return `${held} held posts are still scheduled: take them out of your scheduler`;
  if (onHold === 0) return null;
  const posts = onHold === 1 ? 'The post on hold is not' : `None of the ${onHold} posts on hold is`;
  return `${posts} in ${brief(schedule)}`;
}

import { listed } from '../text/words.ts';
import { written } from '../yaml/written-values.ts';
import type { FilledDay } from './slot.ts';

/** Matches the words that cmplan writes after days, to update them when last week's plan is the template. */
const OUR_WORDS = /(?:[A-Z][a-z]{2} )?\d{1,2} [A-Z][a-z]{2}, (?:room|no room|day off|on hold|no posts)/
  .source;
/** Matches the beginning of a comment that cmplan wrote after a day, such as `# 23 Nov, room for 2 more`. */
export const OUR_COMMENT = new RegExp(`^# ${OUR_WORDS}`);
/** Matches what cmplan added to a user's own comment after a day, such as ` (23 Nov, room for 2 more)`. */
export const OUR_WORDS_BESIDE = new RegExp(` \\(${OUR_WORDS}.*\\)\\s*$`);

/**
 * Returns in words how many more posts may go out on a day, such as `room for 2 more`. If the day can get no slots,
 * returns the reason instead, such as `day off`. Empty if `days` is empty.
 *
 * @param days - the same day on each channel
 */
export function sayRoom(days: readonly FilledDay[]): string {
  const [first] = days;
  if (first === undefined) return '';
  const isSame = days.every(
    ({ room, closed }) => closed === first.closed && (closed !== null || room === first.room),
  );
  if (!isSame) {
    const rooms = days.map(({ channel, room, closed }) => `${written(channel)} ${closed ?? room}`);
    return `room: ${listed(rooms, 'and')}`;
  }
  if (first.closed !== null) return first.closed;
  if (first.room <= 0) return 'no room left';
  return `room for ${first.room} more${days.length > 1 ? ' on each channel' : ''}`;
}

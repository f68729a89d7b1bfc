import type { Day } from '../dates.ts';

/** A planned post that has neither a title nor a text yet: somebody still has to write it. */
export interface OpenSlot {
  readonly date: Day;
  /** The time of day as `HH:MM`; null if the slot has no time. */
  readonly time: string | null;
  readonly channel: string;
  readonly category: string;
  /** The format of the post; null if the slot has none. */
  readonly format: string | null;
}

/** A day of one channel, with the open slots (posts still to be written) that were chosen for it. */
export interface FilledDay {
  readonly date: Day;
  readonly channel: string;
  /** How many more posts may go out on the day, on top of its posts and slots; negative if it already has too many. */
  readonly room: number;
  /** Why the day can get no slots; null if it can. `no posts` means that the maximum of posts a day (`max`) is 0. */
  readonly closed: 'day off' | 'on hold' | 'no posts' | null;
  /**
   * The number of slots that the day should get. The length of `minutes` is smaller if a hold, the hours or `min_gap`
   * leave too little time.
   */
  readonly wanted: number;
  /**
   * The times of the slots, in minutes from midnight, in ascending order. Empty if the slots repeat those of an earlier
   * plan, at the times of that plan.
   */
  readonly minutes: readonly number[];
}

import type { Day } from '../dates.ts';

/** A planned post without a title and without a text, which somebody has yet to write. */
export interface OpenSlot {
  readonly date: Day;
  /** The time of day as `HH:MM`; null if the slot has no time. */
  readonly time: string | null;
  readonly channel: string;
  readonly category: string;
  /** The format of the post; null if the slot has none. */
  readonly format: string | null;
}

/** A day of one channel, after its open slots were chosen. */
export interface FilledDay {
  readonly date: Day;
  readonly channel: string;
  /**
   * How many more posts may go out on the day, in addition to its posts and slots; negative if there are already too
   * many.
   */
  readonly room: number;
  /**
   * Why the day gets no slots; null if it can have some. `no posts` means that the day's maximum of posts (`max`) is 0.
   */
  readonly closed: 'day off' | 'on hold' | 'no posts' | null;
  /**
   * The number of slots that the day should get. The day gets fewer if a hold, the hours or `min_gap` leave too little
   * time.
   */
  readonly wanted: number;
  /** The times of the day's slots, in minutes from midnight, in ascending order. */
  readonly minutes: readonly number[];
}

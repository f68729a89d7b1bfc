import type { Day } from '../dates.ts';

/** An open slot: a planned post that has everything except a title and a text. */
export interface OpenSlot {
  readonly date: Day;
  /** `HH:MM`. */
  readonly time: string;
  readonly channel: string;
  readonly category: string;
}

/** One day of one channel, after its open slots were chosen. */
export interface FilledDay {
  readonly date: Day;
  readonly channel: string;
  /**
   * The number of posts that may still go out, on top of all posts and slots of the day; negative when there are too
   * many.
   */
  readonly room: number;
  /**
   * The reason why the day gets no slots; null when slots are possible. The reason `no posts` means that its `max` is
   * 0.
   */
  readonly closed: 'day off' | 'on hold' | 'no posts' | null;
  /**
   * The number of slots that the day should get. It gets fewer when a hold, the hours or `min_gap` leave too little
   * time.
   */
  readonly wanted: number;
  /** The times of its slots, in minutes from midnight, ascending. */
  readonly minutes: readonly number[];
}

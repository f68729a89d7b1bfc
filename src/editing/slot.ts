import type { Day } from '../dates.ts';

/** An open slot: a planned post without a title and a text, which somebody has yet to write. */
export interface OpenSlot {
  readonly date: Day;
  /** `HH:MM`; null if the slot has no time. */
  readonly time: string | null;
  readonly channel: string;
  readonly category: string;
  /** Null if the slot has no format. */
  readonly format: string | null;
}

/** One day of one channel, after its open slots were chosen. */
export interface FilledDay {
  readonly date: Day;
  readonly channel: string;
  /**
   * How many more posts may go out on the day, beside its posts and slots; negative if these are already too many.
   */
  readonly room: number;
  /**
   * Why the day gets no slots; null if it can have some. `no posts` means that the most posts of the day (`max`) are 0.
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

import type { Day } from '../dates.ts';

/** An open slot: a post that has everything but its content. */
export interface OpenSlot {
  readonly date: Day;
  readonly time: string;
  readonly channel: string;
  readonly category: string;
}

/** A day of a channel, after its slots are chosen. */
export interface FilledDay {
  readonly date: Day;
  readonly channel: string;
  /** How many more posts may go out besides the slots; negative when there are already too many. */
  readonly room: number;
  /** Why the day gets no slots; null when it may have some. */
  readonly closed: 'day off' | 'on hold' | 'no posts' | null;
  /** How many slots the day should have. It has fewer when a hold leaves too little time. */
  readonly wanted: number;
  /** The times of its slots in minutes from midnight, ascending. */
  readonly minutes: readonly number[];
}

import type { Day } from '../dates.ts';

/** An open slot: a post that has everything except its content. */
export interface OpenSlot {
  readonly date: Day;
  readonly time: string;
  readonly channel: string;
  readonly category: string;
}

/** One day of one channel, once its open slots have been chosen. */
export interface FilledDay {
  readonly date: Day;
  readonly channel: string;
  /** The number of posts that may still go out, on top of all posts and slots of the day; negative when there are too many. */
  readonly room: number;
  /** The reason why the day gets no slots; null when it may have some. */
  readonly closed: 'day off' | 'on hold' | 'no posts' | null;
  /** The number of slots that the day should have. It has fewer when a hold leaves too little time. */
  readonly wanted: number;
  /** The times of the slots in minutes from midnight, ascending. */
  readonly minutes: readonly number[];
}

import type { Day } from '../dates.ts';

/** An open slot: a post to be, with everything but its content. */
export interface OpenSlot {
  readonly date: Day;
  readonly time: string;
  readonly channel: string;
  readonly category: string;
}

/** A day of a channel when its slots are in it. */
export interface FilledDay {
  readonly date: Day;
  readonly channel: string;
  /** How many more posts may go out. */
  readonly room: number;
  /** Why no slot is put there; null where slots may be. */
  readonly closed: 'day off' | 'on hold' | 'no posts' | null;
  /** How many slots it is to have; more than it has where a hold leaves too little of the day. */
  readonly wanted: number;
  /** When its slots are, in minutes from midnight; rising. */
  readonly minutes: readonly number[];
}

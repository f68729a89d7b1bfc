import type { Day } from '../dates.ts';

/** How a category or a day compares with its target. */
export type Verdict = 'on_track' | 'under' | 'over';

/** One day of one channel. All numbers are posts. */
export interface DayAnalysis {
  readonly date: Day;
  readonly planned: number;
  readonly unplanned: number;
  /** The fewest posts of the day; 0 on a day off or on hold. */
  readonly min: number;
  readonly max: number;
  /** How many posts the planned ones must leave free for the unplanned; null when the target is invalid. */
  readonly reserve: number | null;
  /** `max` minus all posts of the day; negative when the day is over. */
  readonly room: number;
  readonly verdict: Verdict;
}

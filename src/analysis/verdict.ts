import type { Day } from '../dates.ts';

/** How a category or a day compares with its target: as it should be, with too few posts, or with too many. */
export type Verdict = 'on_track' | 'under' | 'over';

/** The figures for one day of one channel, all in posts. */
export interface DayAnalysis {
  readonly date: Day;
  readonly planned: number;
  readonly unplanned: number;
  /** The fewest posts that the day should have; 0 on a day off or on hold. */
  readonly min: number;
  readonly max: number;
  /** The number of posts to be kept free for unplanned ones; null when the target is invalid. */
  readonly reserve: number | null;
  /** `max` minus all posts of the day; negative when there are too many. */
  readonly room: number;
  readonly verdict: Verdict;
}

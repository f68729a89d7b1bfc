import type { Day } from '../dates.ts';

/** How a category or a day stands to its target. */
export type Verdict = 'on_track' | 'under' | 'over';

/** One day of one channel. Everything is in posts. */
export interface DayAnalysis {
  readonly date: Day;
  readonly planned: number;
  readonly unplanned: number;
  /** 0 on a day off or on hold. */
  readonly min: number;
  readonly max: number;
  /** Kept free for the unplanned; null where the target is invalid. */
  readonly reserve: number | null;
  /** What is left of the max; negative where the day is over it. */
  readonly room: number;
  readonly verdict: Verdict;
}

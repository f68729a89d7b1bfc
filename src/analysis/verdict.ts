import type { Day } from '../dates.ts';

/** How a category or a day compares with its target: `on_track`, `under` (too few posts) or `over` (too many). */
export type Verdict = 'on_track' | 'under' | 'over';

/** The figures for one day of one channel, all in posts. */
export interface DayAnalysis {
  readonly date: Day;
  /** The number of planned posts that go out, including open slots. */
  readonly planned: number;
  /** The number of spontaneous posts that go out. */
  readonly unplanned: number;
  /** The fewest posts that the day should have; 0 on a day off, and on a day that is wholly or partly on hold. */
  readonly min: number;
  /** The most posts that the day should have. */
  readonly max: number;
  /** The number of posts that should be left free for unplanned ones; null when this target is invalid. */
  readonly reserve: number | null;
  /** `max` minus all posts of the day, planned and unplanned; negative when there are too many. */
  readonly room: number;
  readonly verdict: Verdict;
}

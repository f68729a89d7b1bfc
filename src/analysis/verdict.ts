import type { Day } from '../dates.ts';

/** How a category or a day compares with its target: `on_track`, `under` (too few posts) or `over` (too many). */
export type Verdict = 'on_track' | 'under' | 'over';

/** The post counts of one channel on one day, compared with the bounds for that day. */
export interface DayAnalysis {
  readonly date: Day;
  /** The number of planned posts that go out, including open slots. */
  readonly planned: number;
  /** The number of unplanned (spontaneous) posts that go out. */
  readonly unplanned: number;
  /** The fewest posts that should go out on the day; 0 on a day off and on a day that is wholly or partly on hold. */
  readonly min: number;
  /** The most posts that should go out on the day. */
  readonly max: number;
  /**
   * How many of the day's `max` posts the plan should leave free for unplanned ones; `null` if the target `reserve` is
   * invalid.
   */
  readonly reserve: number | null;
  /** How many more posts may go out on the day: `max` minus the posts there are. Negative if there are too many. */
  readonly room: number;
  readonly verdict: Verdict;
}

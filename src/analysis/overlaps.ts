import { addDays, type Day } from '../dates.ts';
import { MOST_DAYS } from '../plan/period.ts';
import { remembered } from '../remembered.ts';
import { countBelow } from '../text/sorted.ts';
import type { Dates } from './spans.ts';
import type { TeamChannels } from './team-channels.ts';

/** A plan with at most 366 days; its posts are read only when they are needed. */
interface DatedPlan extends Dates {
  readonly channels: () => TeamChannels | null;
}

/**
 * Finds the plans of a team that have posts on the same day and channel as another plan. Reads a plan only if it shares
 * a day with the plan whose index is passed to `before`.
 */
export class Overlaps {
  private readonly plans: readonly DatedPlan[];
  private readonly firstDays: readonly Day[];
  /** By channel and day, the indexes of the noted plans that have posts there, in ascending order. */
  private readonly placesOn = new Map<string, Map<Day, number[]>>();
  private readonly noted = new Set<number>();
  /** For a first day of plans, the index up to which all plans that share this day are noted. */
  private readonly notedUpTo = new Map<Day, number>();

  /** @param plans - the plans, sorted by first day in ascending order */
  constructor(plans: readonly DatedPlan[]) {
    this.plans = plans;
    this.firstDays = plans.map(({ from }) => from);
  }

  /**
   * Returns the indexes of the earlier plans that have posts on the same day and channel as the plan at index `place`:
   * in ascending order, at most `most` of them.
   */
  before(place: number, most: number): readonly number[] {
    const plan = this.plans[place];
    const channels = plan?.channels();
    const found = new Set<number>();
    if (plan === undefined || !channels) return [];
    this.noteBefore(place, plan.from);
    for (const [channel, { days }] of channels) {
      const placesOn = this.placesOn.get(channel);
      for (const day of placesOn === undefined ? [] : days) {
        for (const other of placesOn?.get(day) ?? []) {
          if (other >= place || found.size === most) break;
          found.add(other);
        }
      }
    }
    return [...found].sort((a, b) => a - b);
  }

  /** Notes the posts of all plans before a place that share `day`, the first day of the plan at that place. */
  private noteBefore(place: number, day: Day): void {
    const start = this.notedUpTo.get(day) ?? countBelow(this.firstDays, addDays(day, 1 - MOST_DAYS));
    if (start >= place) return;
    for (const [index, { to }] of this.plans.slice(start, place).entries()) {
      if (to >= day) this.note(start + index);
    }
    this.notedUpTo.set(day, place);
  }

  private note(place: number): void {
    if (this.noted.has(place)) return;
    this.noted.add(place);
    for (const [channel, { days }] of this.plans[place]?.channels() ?? []) {
      const placesOn = remembered(this.placesOn, channel, () => new Map<Day, number[]>());
      for (const day of days) {
        const places = remembered(placesOn, day, () => []);
        places.splice(countBelow(places, place), 0, place);
      }
    }
  }
}

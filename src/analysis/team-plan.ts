import type { Dates } from './spans.ts';
import type { TeamChannels } from './team-channels.ts';

/** A plan of a team. Its dates are known from the start; its posts are read only when they are needed. */
export interface TeamPlan extends Dates {
  /**
   * The path of the file relative to the config's folder, with `/` between folders. Plans that begin on the same day
   * are sorted by path.
   */
  readonly path: string;
  /** The name of the file in reports. */
  readonly name: string;
  /** Returns the channels of the plan; `null` if the plan turns out to be unreadable. */
  readonly channels: () => TeamChannels | null;
}

import type { StatedChannel } from './channels.ts';
import type { StatedTargets } from './targets.ts';

/** The part of a team's decisions for all its plans that is needed to read a plan. */
export interface TeamPolicy {
  /** An IANA name, used for plans that name no zone; null for local time. */
  readonly timezone: string | null;
  /** The channels used for plans that name none. Their targets also apply in plans that name these channels. */
  readonly channels: readonly StatedChannel[];
  readonly targets: StatedTargets;
  /**
   * The category that each format implies, in addition to the built-in formats; null for a format that implies none.
   */
  readonly formats: ReadonlyMap<string, string | null>;
  /** Alternative names of categories, each with its category. */
  readonly aliases: ReadonlyMap<string, string>;
  /** The targets that a plan may not set. */
  readonly locked: ReadonlySet<string>;
}

/** The policy of a team that has decided nothing. */
export const NO_POLICY: TeamPolicy = {
  timezone: null,
  channels: [],
  targets: {},
  formats: new Map(),
  aliases: new Map(),
  locked: new Set(),
};

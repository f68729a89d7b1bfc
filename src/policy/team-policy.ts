import type { StatedChannel } from './channels.ts';
import type { StatedTargets } from './targets.ts';

/** What a team has agreed on for all its plans, as far as reading a plan needs it. */
export interface TeamPolicy {
  /** An IANA name for plans that name no zone; null for local time. */
  readonly timezone: string | null;
  /** The channels of plans that name none, and the targets of these channels in plans that do name them. */
  readonly channels: readonly StatedChannel[];
  readonly targets: StatedTargets;
  /** The category that each format implies, in addition to the built-in formats; null if it implies none. */
  readonly formats: ReadonlyMap<string, string | null>;
  /** Alternative names of categories, each with its category. */
  readonly aliases: ReadonlyMap<string, string>;
  /** The targets that a plan may not set. */
  readonly locked: ReadonlySet<string>;
}

/** The policy of a team that has agreed on nothing. */
export const NO_POLICY: TeamPolicy = {
  timezone: null,
  channels: [],
  targets: {},
  formats: new Map(),
  aliases: new Map(),
  locked: new Set(),
};

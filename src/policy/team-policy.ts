import type { StatedChannel } from './channels.ts';
import type { StatedTargets } from './targets.ts';

/** What a team has agreed on for all its plans, as far as reading a plan depends on it: what a config knows and a plan uses. */
export interface TeamPolicy {
  /** An IANA name for the plans that name none; null for local time. */
  readonly timezone: string | null;
  /** The channels of a plan that names none, and the targets of those that a plan does name. */
  readonly channels: readonly StatedChannel[];
  readonly targets: StatedTargets;
  /** The category that a format implies, beside the built-in ones; null where it implies none. */
  readonly formats: ReadonlyMap<string, string | null>;
  /** Other names of categories, each with the category. */
  readonly aliases: ReadonlyMap<string, string>;
  /** The targets that a plan may not set. */
  readonly locked: ReadonlySet<string>;
}

/** The policy of a team that has none. */
export const NO_POLICY: TeamPolicy = {
  timezone: null,
  channels: [],
  targets: {},
  formats: new Map(),
  aliases: new Map(),
  locked: new Set(),
};

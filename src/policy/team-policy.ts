import type { StatedChannel } from './channels.ts';
import type { StatedTargets } from './targets.ts';

/** The part of a team's config that is needed to read a plan. */
export interface TeamPolicy {
  /** An IANA name, for plans that name no time zone; null for local time. */
  readonly timezone: string | null;
  /** The channels of plans that name none. Their targets also apply in plans that name the same channels. */
  readonly channels: readonly StatedChannel[];
  /** The targets that apply on every channel of every plan, unless something more specific overrides them. */
  readonly targets: StatedTargets;
  /**
   * The category that each of the team's own formats implies; null for a format that implies none. The built-in formats
   * are not included.
   */
  readonly formats: ReadonlyMap<string, string | null>;
  /** The category that each alias stands for. */
  readonly aliases: ReadonlyMap<string, string>;
  /** The names of the targets that plans may not set. */
  readonly locked: ReadonlySet<string>;
}

/** The policy of a team whose config sets nothing, or that has no config. */
export const NO_POLICY: TeamPolicy = {
  timezone: null,
  channels: [],
  targets: {},
  formats: new Map(),
  aliases: new Map(),
  locked: new Set(),
};

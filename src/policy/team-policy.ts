import type { StatedChannel } from './channels.ts';
import type { ColumnNames } from './sheet-columns.ts';
import type { StatedTargets } from './targets.ts';

/** The part of a team's config that affects how plans are read. */
export interface TeamPolicy {
  /** The time zone of plans that name none, as an IANA name such as `Europe/Kyiv`; `null` for local time. */
  readonly timezone: string | null;
  /**
   * The channels of every plan that names no channels itself. Their targets also apply in a plan that names channels
   * with the same names.
   */
  readonly channels: readonly StatedChannel[];
  /** The targets for all channels of all plans. More specific targets, such as those of a plan, override them. */
  readonly targets: StatedTargets;
  /**
   * The team's own formats, each with the category that it implies; `null` for a format that implies none. Built-in
   * formats are included only if the team redefines them.
   */
  readonly formats: ReadonlyMap<string, string | null>;
  /** The team's other names for categories (aliases), each with the category that it stands for. */
  readonly aliases: ReadonlyMap<string, string>;
  /** The names of columns in the team's sheets, in addition to the built-in names. */
  readonly columnNames: ColumnNames;
  /** The names of the targets that plans may not set. */
  readonly locked: ReadonlySet<string>;
}

/** The policy of a team that has no config, or whose config sets nothing. */
export const NO_POLICY: TeamPolicy = {
  timezone: null,
  channels: [],
  targets: {},
  formats: new Map(),
  aliases: new Map(),
  columnNames: [],
  locked: new Set(),
};

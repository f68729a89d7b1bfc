import type { Day } from '../dates.ts';
import type { DateOrder, ScheduleTerms } from '../exchange/rows.ts';
import { impliedCategories } from '../plan/post-formats.ts';
import type { ColumnNames } from '../policy/sheet-columns.ts';
import type { TeamPolicy } from '../policy/team-policy.ts';
import { folded } from '../text/words.ts';

/** The command-line options that say how to read a sheet. Most sheets need none of them. */
export interface SheetOptions {
  /** The order of day and month in ambiguous dates. */
  readonly dateOrder?: DateOrder;
  /** The first day of a sheet that numbers its days or weeks. */
  readonly start?: Day;
  /** The year of dates that have none. */
  readonly year?: number;
  /** The time zones, by IANA name, that words in the sheet stand for. The words are in lower case: `est`. */
  readonly zone?: readonly (readonly [word: string, zone: string])[];
  /** The columns that the user names, with what they contain. The sheet must have all of them. */
  readonly column?: ColumnNames;
  /** The name of the sheet of a workbook, or of the list of a JSON file. */
  readonly sheet?: string;
  /** The encoding of a text file, such as `windows-1251`. */
  readonly encoding?: string;
}

/** The command-line options that say which days of a sheet are checked, and how to read the sheet. */
export interface SheetCheckOptions extends SheetOptions {
  /** The first day that is checked; undefined for the day of the first post. */
  readonly from?: Day;
  /** The last day that is checked; undefined for the day of the last post. */
  readonly to?: Day;
}

/**
 * Returns the settings for reading a sheet, from the command line and from the team's config.
 *
 * @param channels - the names of the channels that the posts may be for
 * @param timezone - the time zone of the plan, an IANA name, to which times are converted; null if neither the plan,
 * its config nor an option sets one
 * @param around - a day that is probably near the days of the posts, for the examples in messages
 */
export function sheetTerms(
  options: SheetOptions,
  policy: TeamPolicy,
  { channels, timezone, around }: Pick<ScheduleTerms, 'channels' | 'timezone' | 'around'>,
): ScheduleTerms {
  return {
    timezone,
    dateOrder: options.dateOrder ?? null,
    channels: [...channels, ...policy.channels.flatMap(({ aliases = [] }) => aliases)],
    formats: new Set([...impliedCategories(policy).keys()].map(folded)),
    zones: new Map(options.zone),
    columns: options.column ?? [],
    columnNames: policy.columnNames,
    start: options.start ?? null,
    year: options.year ?? null,
    around,
    sheet: options.sheet ?? null,
    encoding: options.encoding ?? null,
  };
}

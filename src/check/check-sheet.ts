import { addDays, type Day, dayCount } from '../dates.ts';
import { CategoryNames, spellingsOf } from '../exchange/category-names.ts';
import { ChannelNames, channelAliases } from '../exchange/channel-names.ts';
import { networkNamed } from '../exchange/networks.ts';
import { type Schedule, type ScheduledRow, UnreadableSchedule } from '../exchange/rows.ts';
import type { CheckedFile } from '../findings/checked-file.ts';
import type { Channel } from '../plan/plan.ts';
import { readSettingsOf } from '../plan/read-plan.ts';
import { CONFIG_NAME } from '../policy/policy.ts';
import { groupsOf } from '../text/groups.ts';
import { brief, didYouMean, folded, isOneLetterAway, listedNames, nearest, quoted } from '../text/words.ts';
import { type CheckTerms, checkTree } from './check-plan.ts';
import { type SheetPost, SheetTree } from './sheet-tree.ts';

/** The days of a sheet that are checked. */
export interface DaysChecked {
  /** The first day; `null` for the day of the first post in the sheet. */
  readonly from: Day | null;
  /** The last day; `null` for the day of the last post in the sheet. */
  readonly to: Day | null;
}

/** The message on a row that was meant as a post but cannot be read. */
function leftOutAs(reason: string): string {
  return `this row ${/^["0-9]/.test(reason) ? 'has a date that cannot be read: ' : ''}${reason}; it is left out`;
}

/** The most days of a plan. */
const MOST_DAYS = 366;

/**
 * Checks the posts of a sheet or a calendar as one plan. Returns the findings and the figures.
 *
 * The place of a finding is a cell: `line` is the line of the row, and `column` is the number of the cell in the row,
 * from 1. A finding that is not about one row is at the header.
 *
 * @param schedule - the contents of the sheet
 * @param file - the name of the sheet in findings
 * @param days - the days to check
 * @throws {UnreadableSchedule} if the sheet has no post on these days, or if they are more than 366
 */
export function checkSheet(
  schedule: Schedule,
  file: string,
  terms: CheckTerms,
  days: DaysChecked,
): CheckedFile {
  const { rows, from, to } = checkedRows(schedule, days);
  const channels = channelsOf(rows, terms);
  const tree = new SheetTree(schedule.headerLine, { from, to, channels });
  const judge = new SheetJudge(schedule, channels, readSettingsOf(tree.root([]), terms).channels, terms);
  const posts = rows.flatMap((row) => judge.posts(row)).map((post) => tree.post(post));
  const problems = judge.problems().map(({ rule, message, line, column }) => {
    return { rule, message, place: tree.cell(line, column) };
  });
  const leftOut = schedule.skipped.flatMap(({ line, reason, fault }) => {
    if (fault === undefined) return [];
    const place = tree.cell(line, undefined);
    return [
      { rule: fault === 'date' ? ('date' as const) : ('schema' as const), place, message: leftOutAs(reason) },
    ];
  });
  return checkTree({ root: tree.root(posts), lines: tree, problems: [...problems, ...leftOut] }, file, terms);
}

function checkedRows(
  { rows: all, skipped }: Schedule,
  days: DaysChecked,
): { readonly rows: readonly ScheduledRow[]; readonly from: Day; readonly to: Day } {
  const rows = all.filter(({ date }) => (days.from ?? date) <= date && date <= (days.to ?? date));
  const [first] = rows;
  if (first === undefined) {
    const [fault] = skipped.filter((line) => line.fault !== undefined);
    const why =
      all.length > 0
        ? ' on the days that are checked'
        : fault === undefined
          ? ''
          : `: line ${fault.line} ${fault.reason}`;
    throw new UnreadableSchedule(`has no post with a date${why}`);
  }
  const dates = rows.map(({ date }) => date);
  const from = days.from ?? dates.reduce((a, b) => (a < b ? a : b));
  const to = days.to ?? dates.reduce((a, b) => (a > b ? a : b));
  const count = dayCount(from, to);
  if (count <= MOST_DAYS) return { rows, from, to };
  throw new UnreadableSchedule(
    `has posts from ${from} to ${to}, which are ${count} days, but at most ${MOST_DAYS} are checked at once; add --from and --to, such as --from ${from} --to ${addDays(from, MOST_DAYS - 1)}`,
  );
}

/**
 * The channels of the team or, if the team names none, those of the sheet, each by its first spelling. Empty if neither
 * names any.
 */
function channelsOf(rows: readonly ScheduledRow[], { policy }: CheckTerms): readonly string[] {
  if (policy.channels.length > 0) return policy.channels.map(({ name }) => name);
  const stated = rows.flatMap(({ channels }) => channels);
  const spellings = groupsOf(stated, (name) => [networkNamed(name) ?? folded(name)]);
  return [...spellings.values()].map(([name = '']) => name);
}

/** Something that is wrong in a sheet. */
interface SheetProblem {
  readonly rule: 'category' | 'channel';
  readonly message: string;
  /** The line of the row; null for what is wrong with all rows. */
  readonly line: number | null;
  /** The index of the cell, from 0; undefined for the whole row. */
  readonly column: number | undefined;
}

/** A name in a sheet that is not known, with the first row that has it. */
interface Stranger extends Omit<SheetProblem, 'message'> {
  /** The number of rows with this name, and the line of the last one. */
  rows: number;
  lastLine: number | null;
  readonly message: (where: string) => string;
}

/** Finds the channels and categories of the rows of a sheet, and tells each name that is not known once. */
class SheetJudge {
  private readonly names: ChannelNames;
  private readonly all: readonly string[];
  private readonly categories: ReadonlyMap<string, CategoryNames>;
  private readonly namesCategories: boolean;
  private readonly namesChannels: boolean;
  private readonly strangers = new Map<string, Stranger>();

  constructor(
    { rows }: Schedule,
    all: readonly string[],
    channels: ReadonlyMap<string, Channel> | null,
    { policy }: CheckTerms,
  ) {
    this.all = all;
    const known = [...(channels?.values() ?? [])];
    this.names = new ChannelNames(known, undefined, channelAliases(policy));
    this.categories = new Map(known.map((channel) => [channel.name, new CategoryNames(channel, policy)]));
    this.namesChannels = rows.some((row) => row.channels.length > 0);
    this.namesCategories = rows.some(
      ({ category, labels }) => category !== null || this.categoryIn(labels) !== null,
    );
  }

  /** What is wrong, in the order of the rows. */
  problems(): readonly SheetProblem[] {
    return [...this.strangers.values()].map(({ rows, message, rule, line, column }) => {
      return { rule, line, column, message: message(rows === 1 ? '' : `, in ${rows} rows`) };
    });
  }

  /** The posts of a row: several if its category has different names on different channels. */
  posts(row: ScheduledRow): readonly SheetPost[] {
    const { channels, reasons } = this.names.find(row.channels);
    if (reasons.length > 0) this.tellChannels(row);
    const byCategory = groupsOf(channels, (channel) => [this.category(row, channel) ?? '']);
    return [...byCategory].map(([category, its]) => ({ row, channels: its, category: category || null }));
  }

  private tellChannels(row: ScheduledRow): void {
    if (row.channels.length === 0) {
      const names = listedNames(this.all);
      if (this.namesChannels)
        this.tell(row, 'channel', null, () => `this post names no channel; write ${names} as its channel`);
      else
        this.tell(
          null,
          'channel',
          '',
          () =>
            `nothing in this sheet says which channel a post is for; add a column "channel" with ${names}`,
        );
    }
    for (const name of row.channels) {
      if (this.names.find([name]).channels.length > 0) continue;
      const advice =
        didYouMean(name, this.all) ||
        `, which has ${listedNames(this.all, 'and')}; if this is another name of one, add it to the aliases of that channel`;
      this.tell(
        row,
        'channel',
        name,
        (where) =>
          `${quoted(name)}${where}${where === '' ? '' : ','} is not a channel of ${CONFIG_NAME}${advice}`,
      );
    }
  }

  private category(row: ScheduledRow, channel: string): string | null {
    const known = this.categories.get(channel);
    const found = [row.category, ...row.labels]
      .map((name) => (name === null ? null : (known?.find(spellingsOf(name)) ?? null)))
      .find((each) => each !== null);
    if (found !== undefined && found !== null) return found;
    const isCounted = row.goesOut && !row.unplanned;
    const named = row.category;
    if (named !== null && known !== undefined) {
      const advice = `; if this is another name of one, add it to aliases in ${CONFIG_NAME}${known.aliasAdvice(named)}`;
      const of = this.all.length > 1 ? ` of ${brief(channel)}` : '';
      const meant = isSlip(named, known.names) ? didYouMean(named, known.names) : '';
      this.tell(
        row,
        'category',
        named,
        (where) =>
          `${quoted(named)}${where}${where === '' ? '' : ','} is not a category${of}${meant || advice}`,
      );
    } else if (isCounted && this.namesCategories) {
      const names = listedNames(known?.names.slice(0, FEW_NAMES) ?? []);
      this.tell(row, 'category', null, () => `this post has no category; write ${names} as its category`);
    } else if (isCounted) {
      this.tell(null, 'category', '', () => WITHOUT_CATEGORIES);
    }
    return null;
  }

  private categoryIn(labels: readonly string[]): string | null {
    const spellings = labels.map(spellingsOf);
    for (const known of this.categories.values()) {
      const found = spellings.map((each) => known.find(each)).find((each) => each !== null);
      if (found !== undefined && found !== null) return found;
    }
    return null;
  }

  /**
   * @param row - null for what is wrong with all rows
   * @param name - the name that is not known, which is told once; null for a problem of this row alone
   */
  private tell(
    row: ScheduledRow | null,
    rule: SheetProblem['rule'],
    name: string | null,
    message: Stranger['message'],
  ): void {
    const key = JSON.stringify(name === null ? [rule, row?.line] : [rule, folded(name), '']);
    const known = this.strangers.get(key);
    const { line = null, columns } = row ?? {};
    const column = columns?.get(`${rule} ${name}`) ?? columns?.get(rule);
    if (known === undefined) {
      this.strangers.set(key, { rule, line, column, rows: 1, lastLine: line, message });
    } else if (known.lastLine !== line) {
      known.rows++;
      known.lastLine = line;
    }
  }
}

/** Whether a name is a known one with a slip of one letter, so that it is hardly a category of the team's own. */
function isSlip(name: string, names: readonly string[]): boolean {
  const meant = nearest(name, names);
  return meant !== undefined && isOneLetterAway(name, meant);
}

const FEW_NAMES = 3;
const WITHOUT_CATEGORIES =
  'nothing in this sheet says what category a post is in, so its mix cannot be checked; add a column "category", or say which column has it, such as --column category=Theme';

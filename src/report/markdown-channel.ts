import type { ChannelAnalysis } from '../analysis/analyse.ts';
import type { MixAnalysis } from '../analysis/mix-analysis.ts';
import type { DayAnalysis } from '../analysis/verdict.ts';
import { DAYS_IN_WEEK } from '../dates.ts';
import type { DaysOnHold } from '../findings/checked-file.ts';
import { counted } from '../text/words.ts';
import { figuresOf } from './figures.ts';
import { markdownTable, namesAndNumbers } from './markdown-table.ts';
import { markdownText } from './markdown-text.ts';
import {
  arrowMeanings,
  dateText,
  inRows,
  inWeeks,
  monthsOf,
  rowsOf,
  type Slot,
  weekdayText,
} from './weeks.ts';

/**
 * The most weeks for which every week is shown. In a longer period, weeks in which every day is on track are left out.
 */
const MOST_WEEKS = 5;

/** Returns blocks of Markdown that show a channel: its name, its mix as a table, and its days as a calendar. */
export function channelTables(
  { channel, mix, days }: ChannelAnalysis,
  daysOnHold: DaysOnHold,
): readonly string[] {
  return [
    `#### ${markdownText(channel)}`,
    ...(mix === null ? [] : [mixTable(mix)]),
    ...(days.length === 0 ? [] : dayTables(days, daysOnHold)),
  ];
}

function mixTable({ categories }: MixAnalysis): string {
  const rows = categories.map((category) => {
    const { count, share, target, variance } = figuresOf(category);
    return [category.category, count, share, target, variance].map(markdownText);
  });
  const head = ['category', 'posts', 'share', 'target', 'variance'];
  return markdownTable(head, rows, namesAndNumbers(head.length)).join('\n');
}

function dayTables(days: readonly DayAnalysis[], daysOnHold: DaysOnHold): readonly string[] {
  const isCalendar = days.length > DAYS_IN_WEEK;
  const weeks = isCalendar ? inWeeks(days) : inRows(days, DAYS_IN_WEEK);
  const isLong = days.length > MOST_WEEKS * DAYS_IN_WEEK;
  const shown = isLong ? weeks.filter(isOffTrack) : weeks;
  const others = weeks.length - shown.length;
  const weekdays = isCalendar
    ? Array.from({ length: DAYS_IN_WEEK }, (_, index) => weekdayText(null, index))
    : days.map(weekdayText);
  const rows = shown.flatMap((week) => {
    const row = (label: string, cell: (day: DayAnalysis) => string) => {
      const cells = week.map((slot) => (slot === null ? '' : cell(slot)));
      return [label, ...cells, ...Array<string>(weekdays.length - week.length).fill('')];
    };
    const dates = row(`**${monthsOf(week)}**`, (day) => `**${dateText(day)}**`);
    return [dates, ...rowsOf(week, days, daysOnHold, String).map(({ label, cell }) => row(label, cell))];
  });
  const head = ['', ...weekdays];
  const legend = arrowMeanings(days);
  return [
    ...(rows.length === 0 ? [] : [markdownTable(head, rows, namesAndNumbers(head.length)).join('\n')]),
    ...(legend === '' ? [] : [legend]),
    ...(others === 0
      ? []
      : [`In ${counted(others, shown.length > 0 ? 'more week' : 'week')} every day is on track.`]),
  ];
}

function isOffTrack(week: readonly Slot[]): boolean {
  return week.some((slot) => slot !== null && slot.verdict !== 'on_track');
}

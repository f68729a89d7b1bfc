import type { ChalkInstance } from 'chalk';
import { DAYS_IN_WEEK } from '../../dates.ts';
import type { ChannelSummary, DaysOnHold } from '../../findings/checked-file.ts';
import { visible } from '../../text/escape.ts';
import { standing } from '../over-time.ts';
import { arrowMeanings } from '../weeks.ts';
import { dayGrid, WEEK_WIDTH } from './day-grid.ts';
import { daySummary } from './day-summary.ts';
import { beside, fitted, INDENT_WIDTH, indented, wrapped } from './layout.ts';
import { leastBarsWidth, mixBars } from './mix-bars.ts';

const LEAST_COLUMNS_FOR_BOTH = 110;
const GAP_BETWEEN = 3;

/** Returns the lines that show a channel on a terminal: its mix as bars, its days as a grid, and its formats. */
export function channelPicture(
  channel: ChannelSummary,
  daysOnHold: DaysOnHold,
  columns: number,
  chalk: ChalkInstance,
): readonly string[] {
  const width = columns - INDENT_WIDTH;
  const formats = formatLines(channel, width);
  const arrows = arrowMeanings(channel.days);
  const lines = [
    nameOf(channel, width, chalk),
    '',
    ...mixAndDays(channel, daysOnHold, width, chalk),
    ...(arrows === '' ? [] : wrapped(arrows, width).map((line) => chalk.dim(line))),
    ...(formats.length === 0 ? [] : ['', ...formats]),
  ];
  return indented(lines, INDENT_WIDTH);
}

/**
 * Returns the lines that show a channel of a plan without findings: its mix as bars, a sentence that sums up its days,
 * and its formats.
 */
export function channelInShort(
  channel: ChannelSummary,
  daysOnHold: DaysOnHold,
  columns: number,
  chalk: ChalkInstance,
): readonly string[] {
  const width = columns - INDENT_WIDTH;
  const bars = mixLines(channel, width, chalk);
  const days = channel.days.length === 0 ? [] : wrapped(daySummary(channel.days, daysOnHold), width);
  return indented(
    [nameOf(channel, width, chalk), ...bars, ...days, ...formatLines(channel, width)],
    INDENT_WIDTH,
  );
}

/** Returns the bars and the grid of days, side by side if there is enough room, otherwise one below the other. */
function mixAndDays(
  channel: ChannelSummary,
  daysOnHold: DaysOnHold,
  columns: number,
  chalk: ChalkInstance,
): readonly string[] {
  const { mix, days } = channel;
  if (mix === null) return dayGrid(days, daysOnHold, columns, chalk);
  if (days.length === 0) return mixLines(channel, columns, chalk);
  const beforeGrid = columns - WEEK_WIDTH;
  const isWide = columns + INDENT_WIDTH >= LEAST_COLUMNS_FOR_BOTH;
  const fits = leastBarsWidth(mix) + GAP_BETWEEN <= beforeGrid;
  if (isWide && fits && days.length <= DAYS_IN_WEEK) {
    const bars = mixLines(channel, beforeGrid - GAP_BETWEEN, chalk);
    return beside(bars, dayGrid(days, daysOnHold, WEEK_WIDTH, chalk), beforeGrid);
  }
  return [...mixLines(channel, columns, chalk), '', ...dayGrid(days, daysOnHold, columns, chalk)];
}

/** Returns the bars of the mix, and below them how the channel stands over the weeks. */
function mixLines(
  { mix, overTime }: ChannelSummary,
  columns: number,
  chalk: ChalkInstance,
): readonly string[] {
  const bars = mix === null ? [] : mixBars(mix, columns, chalk);
  return overTime === null ? bars : [...bars, ...wrapped(standing(overTime.series, visible), columns)];
}

function nameOf({ channel }: ChannelSummary, columns: number, chalk: ChalkInstance): string {
  return chalk.underline(fitted(channel, columns));
}

function formatLines({ formats }: ChannelSummary, columns: number): readonly string[] {
  const named = Array.from(formats, ([format, count]) =>
    count === 1 ? visible(format) : `${visible(format)} ×${count}`,
  );
  return named.length === 0 ? [] : wrapped(`formats: ${named.join(', ')}`, columns);
}

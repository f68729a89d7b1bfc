import type { ChalkInstance } from 'chalk';
import type { ChannelBalance } from '../../analysis/channel-balance.ts';
import { rounded } from '../../exact.ts';
import { visible } from '../../text/escape.ts';
import { brief } from '../../text/words.ts';
import type { TeamBalance } from '../../workspace/team-balances.ts';
import { endFitted, fitted, padEnd, padStart, widest } from '../pretty/layout.ts';
import { stateOf, stateWords, teamName } from './balance-wording.ts';

const GAP = '  ';
const LONGEST_TEAM = 32;
const LONGEST_CHANNEL = 16;
/** Team and channel get at least this much, however long the words about a channel are. */
const SHORTEST_NAME = 8;

/** A column of the overview; the first cell is its head. */
interface Column {
  readonly cells: readonly string[];
  readonly width: number;
}

/**
 * Returns the lines of a table with a heading and one line for each channel of each team: its first day that counts,
 * its number of posts, and whether its mix is on track. If `columns` is too small, first the words become shorter, then
 * figures are left out, and then names are cut.
 */
export function overviewLines(
  teams: readonly TeamBalance[],
  columns: number,
  chalk: ChalkInstance,
): readonly string[] {
  const rows = teams.flatMap((team) => team.channels.map((balance) => ({ team, balance })));
  const balances = rows.map(({ balance }) => balance);
  const names = [
    columnOf(['team', ...rows.map(({ team }) => visible(teamName(team)))], LONGEST_TEAM),
    columnOf(['channel', ...rows.map(({ balance }) => visible(balance.channel))], LONGEST_CHANNEL),
  ];
  const since = columnOf(['since', ...balances.map(({ sum }) => sum.from)]);
  const posts = columnOf(['posts', ...balances.map(({ sum }) => String(sum.counted))]);
  const words = columnOf(['', ...balances.map((balance) => visible(stateWords(balance)))]);
  const short = columnOf(['', ...balances.map((balance) => visible(shortState(balance)))]);
  const narrowest = [short];
  const choices = [
    [since, posts, words],
    [since, posts, short],
    [since, short],
  ];
  const fitting = choices.find((choice) => widthOf([...names, ...choice]) <= columns) ?? narrowest;
  const [team = since, channel = since] = narrowed(names, columns - widthOf(fitting) - GAP.length);
  const figures = fitting.slice(0, -1);
  const state = fitting.at(-1) ?? short;
  const room = Math.max(SHORTEST_NAME, columns - widthOf([team, channel, ...figures]) - GAP.length);
  return team.cells.map((name, index) => {
    const cells = [
      padEnd(endFitted(name, team.width), team.width),
      padEnd(fitted(channel.cells[index] ?? '', channel.width), channel.width),
      ...figures.map(({ cells: all, width }) => padStart(all[index] ?? '', width)),
    ];
    const said = fitted(state.cells[index] ?? '', room);
    if (index === 0) return chalk.dim(`${' '.repeat(GAP.length)}${cells.join(GAP)}`.trimEnd());
    const balance = balances[index - 1];
    const standing = balance === undefined ? null : stateOf(balance);
    return `${markOf(standing, chalk)} ${[...cells, standing === 'off' ? chalk.yellow(said) : said].join(GAP)}`;
  });
}

/** Returns the mark in front of a channel: `!` if `standing` is `off`, `✔` if it is `on`, and `·` if it is `null`. */
export function markOf(standing: 'off' | 'on' | null, chalk: ChalkInstance): string {
  if (standing === null) return chalk.dim('·');
  return standing === 'off' ? chalk.yellow('!') : chalk.green('✔');
}

/** Returns a column that is as wide as its widest cell, but not wider than `most`. */
function columnOf(cells: readonly string[], most = Number.POSITIVE_INFINITY): Column {
  return { cells, width: Math.min(most, widest(cells)) };
}

/** The width of columns, each with a gap before it, in which the first one has its mark. */
function widthOf(columns: readonly Column[]): number {
  return columns.reduce((sum, { width }) => sum + GAP.length + width, 0);
}

/** Takes what does not fit into the room away from the wider of two columns, and then from both. */
function narrowed(columns: readonly Column[], room: number): readonly Column[] {
  const widths = columns.map(({ width }) => width);
  const taken = () => widths.reduce((sum, width) => sum + width + GAP.length, -GAP.length);
  while (taken() > room && Math.max(...widths) > SHORTEST_NAME) {
    const widestOne = widths.indexOf(Math.max(...widths));
    widths[widestOne] = (widths[widestOne] ?? 0) - 1;
  }
  return columns.map((column, index) => ({ ...column, width: widths[index] ?? column.width }));
}

/** Says how a channel stands in signs: "branded +6, functional -9", or "on track". */
function shortState(balance: ChannelBalance): string {
  const { sum } = balance;
  const said = sum.off.map(({ category, count, quota, verdict }) => {
    const posts = rounded(quota.sub(count).abs(), 1);
    return `${brief(category)} ${verdict === 'over' ? '+' : '-'}${posts}`;
  });
  return said.length === 0 ? stateWords(balance) : said.join(', ');
}

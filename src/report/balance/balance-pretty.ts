import { Chalk, type ChalkInstance } from 'chalk';
import type { BalancedPlan, ChannelBalance } from '../../analysis/channel-balance.ts';
import { visible, withoutCommands } from '../../text/escape.ts';
import type { TeamBalance } from '../../workspace/team-balances.ts';
import { signed } from '../figures.ts';
import type { View } from '../formatter.ts';
import { fitted, INDENT_WIDTH, indented, padEnd, padStart, widest, wrapped } from '../pretty/layout.ts';
import { mixBars } from '../pretty/mix-bars.ts';
import { nextWords, periodName, spanOf, stateOf, stateWords, teamName, totalsOf } from './balance-wording.ts';
import { markOf, overviewLines } from './overview.ts';

const GAP = '  ';
const LONGEST_NAME = 16;
const LEGEND = 'posts of each plan, and the variance up to it in percentage points';

/**
 * Returns the terminal report on the combined mix of each team's plans. For one team, shows the plans of each channel,
 * their combined mix as bars, and what the next plan should contain. For several teams, shows one line for each
 * channel.
 */
export function balancePretty(teams: readonly TeamBalance[], { columns, colorLevel }: View): string {
  const chalk = new Chalk({ level: colorLevel });
  const [first, ...others] = teams;
  if (first === undefined) return '';
  const blocks =
    others.length > 0
      ? [overviewLines(teams, columns, chalk)]
      : first.channels.map((balance) => channelBlock(first, balance, columns, chalk));
  const isOne = others.length === 0 && first.channels.length === 1;
  const lines = [
    ...blocks.flatMap((block, index) => (index === 0 ? block : ['', ...block])),
    ...(isOne ? [] : ['', ...closing(teams, columns, chalk)]),
  ];
  return `${withoutCommands(lines.join('\n'))}\n`;
}

/** Returns the last lines of a report on several channels: how to see the weeks of a team, and how many are off. */
function closing(teams: readonly TeamBalance[], columns: number, chalk: ChalkInstance): readonly string[] {
  const isOff = teams.some(({ channels }) => channels.some(({ isOffTrack }) => isOffTrack));
  const shown = teams.length === 1 ? null : teamToShow(teams);
  const hint =
    shown === null ? [] : wrapped(`cmplan balance ${shown} shows the weeks of one team`, columns, false);
  const totals = wrapped(totalsOf(teams), columns - INDENT_WIDTH);
  const mark = isOff ? chalk.yellow('!') : chalk.green('✔');
  return [
    ...hint.map((line) => chalk.dim(line)),
    ...totals.map((line, index) => (index === 0 ? `${mark} ${line}` : `  ${line}`)),
  ];
}

/** Matches a path that can be copied into any shell as it is. */
const PLAIN_PATH = /^[\w./][\w./-]*$/;

/** The folder of a team that no other team is in, if possible of one that is off track; null if there is none. */
function teamToShow(teams: readonly TeamBalance[]): string | null {
  const alone = teams.filter(({ folder }) => {
    const holdsOthers = teams.some((other) => other.folder.startsWith(`${folder}/`));
    return folder !== '.' && !holdsOthers && PLAIN_PATH.test(folder);
  });
  const off = alone.find(({ channels }) => channels.some(({ isOffTrack }) => isOffTrack));
  return (off ?? alone[0])?.folder ?? null;
}

/** Returns the lines about one channel: its plans, their sum, and the next plan. */
function channelBlock(
  team: TeamBalance,
  balance: ChannelBalance,
  columns: number,
  chalk: ChalkInstance,
): readonly string[] {
  const width = columns - INDENT_WIDTH;
  const next = nextWords(balance);
  const standing = stateOf(balance);
  const paint = standing === 'off' ? chalk.yellow : standing === 'on' ? chalk.green : chalk.reset;
  const [state = '', ...more] = wrapped(visible(stateWords(balance)), width - INDENT_WIDTH);
  const lines = [
    ...wrapped(spanOf(balance), width).map((line) => chalk.dim(line)),
    '',
    ...planTable(balance, width, chalk),
    ...wrapped(LEGEND, width).map((line) => chalk.dim(line)),
    '',
    ...mixBars(balance.sum, width, chalk),
    '',
    `${markOf(standing, chalk)} ${paint(state)}`,
    ...indented(
      more.map((line) => paint(line)),
      INDENT_WIDTH,
    ),
    ...(next === '' ? [] : wrapped(visible(next), width)),
  ];
  const name = visible(`${teamName(team)}, ${balance.channel}`);
  return [...wrapped(name, columns).map((line) => chalk.bold(line)), ...indented(lines, INDENT_WIDTH)];
}

/** The cells of one category in the table of plans. */
interface Column {
  readonly name: string;
  readonly cells: readonly string[];
  readonly verdicts: readonly string[];
  readonly width: number;
}

/**
 * Returns a table with a row for each plan: the posts of each category, and the variance of the plans up to it. If
 * there are more categories than fit side by side, the others follow in a second table.
 */
function planTable({ plans, sum }: ChannelBalance, width: number, chalk: ChalkInstance): readonly string[] {
  const periods = ['', ...plans.map(({ plan }) => periodName(plan))];
  const counts = ['posts', ...plans.map(({ counted }) => String(counted))];
  const [periodWidth, countWidth] = [widest(periods), widest(counts)];
  const hasCounts = periodWidth + countWidth + LONGEST_NAME + 2 * GAP.length <= width;
  const heads = periods.map((period, index) => {
    const start = padEnd(period, periodWidth);
    return hasCounts ? start + GAP + padStart(counts[index] ?? '', countWidth) : start;
  });
  const room = width - widest(heads);
  const columns = sum.categories.map(({ category }, index) =>
    columnOf(category, plans, index, Math.min(LONGEST_NAME, room - GAP.length)),
  );
  return inBlocks(columns, room).flatMap((block, number) => {
    const rows = heads.map((head, row) => {
      const cells = block.map(({ name, cells, verdicts, width: most }) => {
        if (row === 0) return padStart(name, most);
        const cell = padStart(cells[row - 1] ?? '', most);
        return verdicts[row - 1] === 'on_track' ? cell : chalk.yellow(cell);
      });
      return [row === 0 ? chalk.dim(head) : head, ...cells].join(GAP);
    });
    return number === 0 ? rows : ['', ...rows];
  });
}

/** @param longest - the most columns that the name of the category may have */
function columnOf(category: string, plans: readonly BalancedPlan[], index: number, longest: number): Column {
  const own = plans.map(({ categories }) => categories[index]);
  const counts = own.map((each) => String(each?.count ?? 0));
  const variances = own.map((each) => (each === undefined ? '' : signed(each.variance)));
  const [countWidth, varianceWidth] = [widest(counts), widest(variances)];
  const cells = counts.map(
    (count, row) => padStart(count, countWidth) + GAP + padStart(variances[row] ?? '', varianceWidth),
  );
  const name = fitted(category, longest);
  return {
    name,
    cells,
    verdicts: own.map((each) => each?.verdict ?? 'on_track'),
    width: Math.max(widest([name]), widest(cells)),
  };
}

/** Divides columns into blocks that are not wider than the room, unless a single column is. */
function inBlocks(columns: readonly Column[], room: number): readonly (readonly Column[])[] {
  const blocks: Column[][] = [];
  let left = 0;
  for (const column of columns) {
    const taken = GAP.length + column.width;
    const block = blocks.at(-1);
    if (block === undefined || taken > left) {
      blocks.push([column]);
      left = room - taken;
      continue;
    }
    block.push(column);
    left -= taken;
  }
  return blocks;
}

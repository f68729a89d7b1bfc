import type { ChalkInstance } from 'chalk';
import type { CategoryCount, MixAnalysis } from '../../analysis/mix-analysis.ts';
import { exact, Fraction, rounded } from '../../exact.ts';
import { visible } from '../../text/escape.ts';
import { figuresOf } from '../figures.ts';
import { fitted, padEnd, padStart, widest } from './layout.ts';

const LONGEST_NAME = 20;
const SHORTEST_NAME = 6;
const LONGEST_BAR = 40;
const SHORTEST_BAR = 8;
const CLEAR_BAR = 10;
/** How many of the four figures are always next to the name: the count and the share. */
const COUNT_AND_SHARE = 2;
const EIGHTHS = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];

/**
 * Returns the lines that show a mix: for each category a bar, the number of posts, the share, the target and the
 * variance. All bars have the same scale, and a mark in each bar shows the target. If `columns` is too small, the bars
 * are left out; if it is even smaller, the target and the variance go on a second line.
 */
export function mixBars(
  { categories }: Pick<MixAnalysis, 'categories'>,
  columns: number,
  chalk: ChalkInstance,
): readonly string[] {
  const numbers = categories.map(numbersOf);
  const allWidths = widthsOf(numbers);
  const isNarrow = SHORTEST_NAME + sumOf(allWidths) > columns;
  const besideName = isNarrow ? COUNT_AND_SHARE : allWidths.length;
  const numbersWidth = sumOf(allWidths.slice(0, besideName));
  const longestName = Math.max(SHORTEST_NAME, Math.min(LONGEST_NAME, columns - numbersWidth));
  const names = categories.map(({ category }) => fitted(category, longestName));
  const nameWidth = widest(names);
  const barWidth = isNarrow ? 0 : Math.min(LONGEST_BAR, columns - nameWidth - numbersWidth - 2);
  const scale = largest(categories.flatMap(({ share, target }) => [share, exact(target)]));
  return categories.flatMap((category, index) => {
    const figures = (numbers[index] ?? []).map((text, column) => padStart(text, allWidths[column] ?? 0));
    const paint = (some: readonly string[]) => coloured(some.join('  '), category, chalk);
    const bar = barWidth < SHORTEST_BAR ? '' : `${drawn(category, scale, barWidth, chalk)}  `;
    const line = `${padEnd(names[index] ?? '', nameWidth)}  ${bar}${paint(figures.slice(0, besideName))}`;
    return isNarrow ? [line, `  ${paint(figures.slice(besideName))}`] : [line];
  });
}

/**
 * Returns the smallest width, in columns, in which a mix is easy to read: bars are long enough to compare, and names of
 * up to 20 columns are not cut.
 */
export function leastBarsWidth({ categories }: MixAnalysis): number {
  const nameWidth = Math.min(LONGEST_NAME, widest(categories.map(({ category }) => visible(category))));
  return nameWidth + 2 + CLEAR_BAR + sumOf(widthsOf(categories.map(numbersOf)));
}

function widthsOf(numbers: readonly (readonly string[])[]): readonly number[] {
  return [0, 1, 2, 3].map((column) => widest(numbers.map((row) => row[column] ?? '')));
}

/** Returns the number of columns that figures of these widths take up, each with a gap of 2 before it. */
function sumOf(widths: readonly number[]): number {
  return widths.reduce((sum, width) => sum + width + 2, 0);
}

function numbersOf(category: CategoryCount): readonly string[] {
  const { count, share, target, variance } = figuresOf(category);
  return [count, share, `target ${target}`, variance];
}

/** Draws the bar of a category, exact to an eighth of a column, with a mark at the target. */
function drawn(
  { share, target, verdict }: CategoryCount,
  scale: Fraction,
  width: number,
  chalk: ChalkInstance,
): string {
  const inner = width - 1;
  const eighths = inColumns(share, scale, inner * 8);
  const full = '█'.repeat(Math.floor(eighths / 8)) + (EIGHTHS[eighths % 8] ?? '');
  const bar = [...full.padEnd(width, ' ')];
  const mark = Math.min(inColumns(exact(target), scale, inner), inner);
  const paint = verdict === 'on_track' ? chalk.green : chalk.yellow;
  return `${paint(bar.slice(0, mark).join(''))}${chalk.bold('│')}${paint(bar.slice(mark + 1).join(''))}`;
}

function inColumns(share: Fraction, scale: Fraction, columns: number): number {
  return scale.n === 0n ? 0 : rounded(share.div(scale).mul(columns), 0);
}

function largest(shares: readonly Fraction[]): Fraction {
  return shares.reduce((most, share) => (share.gt(most) ? share : most), new Fraction(0));
}

function coloured(text: string, { verdict }: CategoryCount, chalk: ChalkInstance): string {
  return verdict === 'on_track' ? text : chalk.yellow(text);
}

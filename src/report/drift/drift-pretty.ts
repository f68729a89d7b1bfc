import { Chalk, type ChalkInstance } from 'chalk';
import { spokenDay } from '../../dates.ts';
import type { ComparedPost, DriftVerdict } from '../../drift/drift-model.ts';
import { visible, withoutCommands } from '../../text/escape.ts';
import { counted } from '../../text/words.ts';
import type { View } from '../formatter.ts';
import { fitted, INDENT_WIDTH, indented, padEnd, padStart, widest, wrapped } from '../pretty/layout.ts';
import { period, spokenSpan } from '../pretty/period-line.ts';
import type { DriftResult } from './drift-report.ts';
import { firstStoryOf, firstToTell, headOfFirst, heldSentence, momentOf } from './held-wording.ts';
import { type Budget, budgetOf } from './mix-budget.ts';
import { linesOf, skippedCount, skippedRuns } from './skipped.ts';
import { driftSentence, shownSide, storyOf, toldByDay, VERDICT_WORDS } from './wording.ts';

const GAP = '  ';
const LONGEST_NAME = 24;
const SHORTEST_NAME = 8;
const MOST_SKIPPED = 12;

/**
 * Returns the terminal report on a comparison. Shows the posts that must not go out, a table of the mix for each
 * channel, the posts that differ on each day, the skipped lines, and the result in one sentence.
 */
export function driftPretty(result: DriftResult, { columns, colorLevel }: View): string {
  const chalk = new Chalk({ level: colorLevel });
  const width = columns - INDENT_WIDTH;
  const blocks = [
    headOf(result, width, chalk),
    firstBlock(result, width, chalk),
    ...result.channels.flatMap((channel) => {
      const budget = budgetOf(channel);
      return budget === null ? [] : [tableOf(budget, width, chalk)];
    }),
    ...dayBlocks(result, width, chalk),
    skippedBlock(result, width, chalk),
  ];
  const body = blocks.filter((block) => block.length > 0).flatMap((block) => [...block, '']);
  const held = heldSentence(result);
  const paintHeld = result.counts.held > 0 ? chalk.red : chalk.green;
  const paint = result.drift.n === 0n ? chalk.green : chalk.yellow;
  const closing = [
    ...(held === null ? [] : wrapped(visible(held), columns).map((line) => paintHeld(line))),
    ...wrapped(visible(driftSentence(result)), columns).map((line) => paint(line)),
  ];
  return `${withoutCommands([...body, ...closing].join('\n'))}\n`;
}

function headOf(result: DriftResult, width: number, chalk: ChalkInstance): readonly string[] {
  const { plan, schedule, covered } = result;
  const isWhole = covered !== null && covered.from <= result.period.from && covered.to >= result.period.to;
  const days = covered === null ? 'no day' : spokenSpan(covered);
  const lines = [
    ...wrapped(period(result.period), width),
    ...(isWhole ? [] : wrapped(`the schedule covers ${days}`, width)),
  ];
  const title = wrapped(`${visible(plan)} against ${visible(schedule)}`, width + INDENT_WIDTH);
  return [
    ...title.map((line) => chalk.bold(line)),
    ...indented(lines, INDENT_WIDTH).map((line) => chalk.dim(line)),
  ];
}

/** Returns the lines about the posts in `firstToTell`, which come before everything else; empty if there are none. */
function firstBlock(result: DriftResult, width: number, chalk: ChalkInstance): readonly string[] {
  const first = firstToTell(result);
  if (first.length === 0) return [];
  const wordWidth = widest(first.map(({ verdict }) => VERDICT_WORDS[verdict]));
  const whens = first.map(({ scheduled }) => (scheduled === null ? '' : momentOf(scheduled)));
  const whenWidth = widest(whens);
  const lines = first.flatMap((post, index) => {
    const cells = [padEnd(whens[index] ?? '', whenWidth), padEnd(VERDICT_WORDS[post.verdict], wordWidth)];
    const story = visible(firstStoryOf(post, result));
    return besideCells(cells, story, post.verdict, width - INDENT_WIDTH, chalk);
  });
  const head = wrapped(headOfFirst(result), width).map((line) => chalk.bold.red(line));
  return indented([...head, ...indented(lines, INDENT_WIDTH)], INDENT_WIDTH);
}

/** Returns the lines of a text to the right of two cells. The second cell names a verdict, and has the colour of it. */
function besideCells(
  [first = '', word = '']: readonly string[],
  text: string,
  verdict: DriftVerdict,
  width: number,
  chalk: ChalkInstance,
): readonly string[] {
  const margin = first.length + GAP.length + word.length + GAP.length;
  const [line = '', ...rest] = wrapped(text, width - margin);
  const paint = chalk[PAINT[verdict] ?? 'reset'];
  return [[first, paint(word), line].join(GAP), ...indented(rest, margin)];
}

/** The columns to leave out, one after another, until the table fits on a narrow terminal. */
const DISPENSABLE = ['with added', 'share', 'target'];

function tableOf(budget: Budget, width: number, chalk: ChalkInstance): readonly string[] {
  const { head, rows, verdicts } = budget;
  const columns = head.slice(1).map((name, index) => {
    const cells = [name, ...rows.map((row) => row[index + 1] ?? '')];
    return { name, cells, width: widest(cells) };
  });
  const taken = () => columns.reduce((sum, column) => sum + column.width + GAP.length, 0);
  for (const name of DISPENSABLE) {
    const index = columns.findIndex((column) => column.name === name);
    if (index >= 0 && taken() + SHORTEST_NAME > width) columns.splice(index, 1);
  }
  const longest = Math.max(SHORTEST_NAME, Math.min(LONGEST_NAME, width - taken()));
  const names = [head, ...rows].map(([name = '']) => fitted(name, longest));
  const nameWidth = widest(names);
  const lines = names.map((name, index) => {
    const cells = columns.map((column) => padStart(column.cells[index] ?? '', column.width));
    const line = [padEnd(name, nameWidth), ...cells].join(GAP).trimEnd();
    if (index === 0) return chalk.bold(line);
    return verdicts[index - 1] === 'on_track' ? line : chalk.yellow(line);
  });
  return indented(lines, INDENT_WIDTH);
}

function dayBlocks(result: DriftResult, width: number, chalk: ChalkInstance): readonly (readonly string[])[] {
  const told = toldByDay(result);
  const wordWidth = widest([...told.values()].flat().map(({ verdict }) => VERDICT_WORDS[verdict]));
  const hasSeveral = result.channels.length > 1;
  return [...told].map(([date, posts]) => {
    const lines = posts.flatMap((post) =>
      postLines(post, wordWidth, width - INDENT_WIDTH, hasSeveral, chalk),
    );
    return indented([chalk.underline(spokenDay(date)), ...indented(lines, INDENT_WIDTH)], INDENT_WIDTH);
  });
}

const PAINT: Readonly<Partial<Record<DriftVerdict, 'yellow' | 'red' | 'green' | 'dim'>>> = {
  held: 'red',
  moved: 'yellow',
  recategorised: 'yellow',
  moved_and_recategorised: 'yellow',
  dropped: 'red',
  gave_way: 'dim',
  added: 'green',
  over_room: 'green',
};

function postLines(
  post: ComparedPost,
  wordWidth: number,
  width: number,
  namesChannel: boolean,
  chalk: ChalkInstance,
): readonly string[] {
  const time = padEnd(shownSide(post).time ?? '', 'hh:mm'.length);
  const word = padEnd(VERDICT_WORDS[post.verdict], wordWidth);
  return besideCells([time, word], visible(storyOf(post, namesChannel)), post.verdict, width, chalk);
}

function skippedBlock(
  { skipped, schedule }: DriftResult,
  width: number,
  chalk: ChalkInstance,
): readonly string[] {
  const runs = skippedRuns(skipped);
  if (runs.length === 0) return [];
  const lines = runs
    .slice(0, MOST_SKIPPED)
    .flatMap((run) => wrapped(`${linesOf(run)}: ${visible(run.reason)}`, width - INDENT_WIDTH));
  const more = runs.slice(MOST_SKIPPED).reduce((sum, { from, to }) => sum + to - from + 1, 0);
  const head = wrapped(`skipped ${counted(skippedCount(skipped), 'line')} of ${visible(schedule)}`, width);
  const rest = more > 0 ? [`and ${counted(more, 'more line')}; cmplan drift -f json has them all`] : [];
  return indented([...head, ...indented([...lines, ...rest], INDENT_WIDTH)], INDENT_WIDTH).map((line) =>
    chalk.dim(line),
  );
}

import { Chalk, type ChalkInstance } from 'chalk';
import { type CheckedFile, countSeverities, type PlanSummary } from '../../findings/checked-file.ts';
import { visible, withoutCommands } from '../../text/escape.ts';
import { countsOf } from '../../text/groups.ts';
import { counted } from '../../text/words.ts';
import type { ReportView } from '../formatter.ts';
import { findingTotal, postTotals, severityTotals } from '../totals.ts';
import { channelInShort, channelPicture } from './channel-picture.ts';
import { findingLines, PAINT } from './finding-list.ts';
import { INDENT_WIDTH, indented, widthOf, wrapped } from './layout.ts';
import { period } from './period-line.ts';

/** The part of the view that matters on a terminal. */
type PrettyView = Omit<ReportView, 'inRepository'>;

/**
 * Returns the terminal report on a check: for each plan its mix as bars, its days, and its findings. If there are
 * several plans, a plan without findings takes only one line. If `view.isQuiet` is true, plans without errors are left
 * out. The last line is about all plans.
 */
export function pretty(files: readonly CheckedFile[], view: PrettyView): string {
  const chalk = new Chalk({ level: view.colorLevel });
  const shown = view.isQuiet ? files.filter(({ counts }) => counts.error > 0) : files;
  const blocks = shown.map((file) => blockOf(file, files.length === 1, view.columns, chalk));
  const lines = blocks.flatMap((block, index) => {
    const isApart = index > 0 && (block.length > 1 || (blocks[index - 1]?.length ?? 0) > 1);
    return isApart ? ['', ...block] : block;
  });
  const advice = view.isQuiet ? [] : hint(files, view.columns, chalk);
  const all = [...lines, ...(lines.length > 0 ? [''] : []), ...advice, closing(files, chalk)];
  return `${withoutCommands(all.join('\n'))}\n`;
}

function blockOf(
  checked: CheckedFile,
  isAlone: boolean,
  columns: number,
  chalk: ChalkInstance,
): readonly string[] {
  const { file, plan, findings } = checked;
  const isClean = findings.length === 0;
  if (isClean && !isAlone) return [cleanLine(checked, columns, chalk)];
  const name = chalk.bold(visible(file));
  const draw = isClean ? channelInShort : channelPicture;
  const channels = plan?.channels.map((each) => draw(each, plan.daysOnHold, columns, chalk)) ?? [];
  return [
    isClean ? `${chalk.green('✔')} ${name}` : name,
    ...(plan === null ? [] : headOf(plan, columns, chalk)),
    ...channels.flatMap((lines) => ['', ...lines]),
    ...(isClean ? [] : ['', ...findingLines(checked, columns, chalk)]),
  ];
}

function cleanLine({ file, plan }: CheckedFile, columns: number, chalk: ChalkInstance): string {
  const name = `✔ ${visible(file)}`;
  const numbers = plan === null ? '' : `  ${postTotals(plan)}`;
  const fitting = widthOf(name + numbers) <= columns ? chalk.dim(numbers) : '';
  return name.replace('✔', chalk.green('✔')) + fitting;
}

function headOf(plan: PlanSummary, columns: number, chalk: ChalkInstance): readonly string[] {
  const width = columns - INDENT_WIDTH;
  const days = wrapped(period(plan), width).map((line) => chalk.dim(line));
  return indented([...days, ...wrapped(postTotals(plan), width)], INDENT_WIDTH);
}

function closing(files: readonly CheckedFile[], chalk: ChalkInstance): string {
  const counts = countSeverities(files);
  const plans = counted(files.length, 'plan');
  if (findingTotal(counts) === 0) return chalk.green(`✔ ${plans}, no findings`);
  const mark = counts.error > 0 ? chalk.red('✖') : chalk.yellow('!');
  const totals = severityTotals(counts, (severity, text) => chalk[PAINT[severity]](text));
  return `${mark} ${plans}: ${totals}`;
}

/**
 * Returns a hint on where to read about the rule with the most findings or, if there are errors, with the most errors.
 * Empty if there are no findings.
 */
function hint(files: readonly CheckedFile[], columns: number, chalk: ChalkInstance): readonly string[] {
  const findings = files.flatMap((file) => file.findings);
  const errors = findings.filter(({ severity }) => severity === 'error');
  const weightiest = errors.length > 0 ? errors : findings;
  const [first] = [...countsOf(weightiest.map(({ rule }) => rule))].sort(([, a], [, b]) => b - a);
  if (first === undefined) return [];
  const text = `cmplan explain ${first[0]} says why, and shows good and bad examples`;
  return wrapped(text, columns).map((line) => chalk.dim(line));
}

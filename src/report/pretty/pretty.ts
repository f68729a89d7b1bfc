import { Chalk, type ChalkInstance } from 'chalk';
import type { ChannelAnalysis } from '../../analysis/analyse.ts';
import type { Change } from '../../analysis/mix.ts';
import { spokenDay, weekOf } from '../../dates.ts';
import type { Finding, Severity } from '../../findings/finding.ts';
import { type CheckedFile, countSeverities, type PlanSummary } from '../../findings/result.ts';
import { counted, listed } from '../../words.ts';
import { visible } from '../escape.ts';
import type { View } from '../formatter.ts';
import { dayGrid } from './day-grid.ts';
import { fitted, padEnd, widest, wrapped } from './layout.ts';
import { mixBars } from './mix-bars.ts';

const INDENT = '  ';

/** The report for people at a terminal: the mix as bars, the days as a grid, the findings, and what to change. */
export function pretty(files: readonly CheckedFile[], view: View): string {
  const chalk = new Chalk({ level: view.colorLevel });
  const showAll = files.length === 1;
  const parts = files.map((file) =>
    showAll || file.findings.length > 0 ? whole(file, view.columns, chalk) : [oneLine(file, chalk)],
  );
  const blocks = parts.map((lines, index) => {
    const isApart = index > 0 && (lines.length > 1 || (parts[index - 1]?.length ?? 0) > 1);
    return isApart ? ['', ...lines] : lines;
  });
  return `${[...blocks.flat(), '', closing(files, chalk)].join('\n')}\n`;
}

function whole(
  { file, plan, findings }: CheckedFile,
  columns: number,
  chalk: ChalkInstance,
): readonly string[] {
  const name = chalk.bold(visible(file));
  if (plan === null) return [name, '', ...findingLines(findings, columns, chalk)];
  const pictures = plan.channels.flatMap((channel) => ['', ...channelLines(channel, columns, chalk)]);
  const found = findings.length === 0 ? [] : ['', ...findingLines(findings, columns, chalk)];
  const advice = plan.channels.flatMap(({ channel, mix }) =>
    changeLines(channel, mix?.changes ?? [], columns),
  );
  const changes = advice.length === 0 ? [] : ['', ...advice];
  const head = [name, `${INDENT}${chalk.dim(period(plan))}`, `${INDENT}${totals(plan)}`];
  return [...head, ...pictures, ...found, ...changes];
}

function oneLine({ file, plan }: CheckedFile, chalk: ChalkInstance): string {
  return `${chalk.green('✔')} ${visible(file)}${plan === null ? '' : chalk.dim(`  ${totals(plan)}`)}`;
}

function period({ from, to, timezone }: PlanSummary): string {
  const week = weekOf(from);
  const isWeek = spokenDay(from).startsWith('Mon') && weekOf(to) === week && spokenDay(to).startsWith('Sun');
  const days = `${spokenDay(from)} to ${spokenDay(to)} ${to.slice(0, 4)}`;
  return [isWeek ? `${week}, ${days}` : days, ...(timezone === null ? [] : [timezone])].join(', ');
}

function totals({ posts, openSlots, unplanned, cancelled, onHold }: PlanSummary): string {
  const parts = [
    counted(posts, 'post'),
    ...(openSlots > 0 ? [counted(openSlots, 'open slot')] : []),
    ...(unplanned > 0 ? [`${unplanned} unplanned`] : []),
    ...(cancelled > 0 ? [`${cancelled} cancelled`] : []),
    ...(onHold > 0 ? [`${onHold} on hold`] : []),
  ];
  return parts.join(', ');
}

function channelLines(
  { channel, mix, days, formats }: ChannelAnalysis,
  columns: number,
  chalk: ChalkInstance,
): string[] {
  const width = columns - INDENT.length;
  const bars = mix === null ? [] : ['', ...mixBars(mix, width, chalk)];
  const grid = days.length === 0 ? [] : ['', ...dayGrid(days, width, chalk)];
  const named = [...formats].map(([format, count]) =>
    count === 1 ? visible(format) : `${visible(format)} ×${count}`,
  );
  const counts = named.length === 0 ? [] : ['', ...wrapped(`formats: ${named.join(', ')}`, width)];
  const lines = [chalk.underline(fitted(channel, width)), ...bars, ...grid, ...counts];
  return lines.map((line) => (line === '' ? '' : INDENT + line));
}

const PAINT = { error: 'red', warning: 'yellow', info: 'blue' } as const satisfies Record<Severity, string>;

function findingLines(
  findings: readonly Finding[],
  columns: number,
  chalk: ChalkInstance,
): readonly string[] {
  const places = findings.map(({ line, column }) => `${line}:${column}`);
  const placeWidth = widest(places);
  const severityWidth = 'warning'.length;
  const margin = INDENT.length + placeWidth + 2 + severityWidth + 2;
  return findings.flatMap(({ severity, message, rule }, index) => {
    const place = chalk.dim(padEnd(places[index] ?? '', placeWidth));
    const [first = '', ...rest] = wrapped(`${visible(message)} [${rule}]`, columns - margin);
    const head = `${INDENT}${place}  ${chalk[PAINT[severity]](padEnd(severity, severityWidth))}  ${first}`;
    return [head, ...rest.map((line) => ' '.repeat(margin) + line)];
  });
}

function changeLines(channel: string, changes: readonly Change[], columns: number): readonly string[] {
  if (changes.length === 0) return [];
  const steps = changes.map(({ from, to, count }) => `${count} ${visible(from)} to ${visible(to)}`);
  const text = `To bring ${visible(channel)} into balance, change ${listed(steps, 'and')}.`;
  return wrapped(text, columns - INDENT.length).map((line) => INDENT + line);
}

function closing(files: readonly CheckedFile[], chalk: ChalkInstance): string {
  const { error, warning, info } = countSeverities(files);
  const plans = counted(files.length, 'plan');
  if (error + warning + info === 0) return chalk.green(`✔ ${plans}, no findings`);
  const parts = [
    ...(error > 0 ? [chalk.red(counted(error, 'error'))] : []),
    ...(warning > 0 ? [chalk.yellow(counted(warning, 'warning'))] : []),
    ...(info > 0 ? [chalk.blue(counted(info, 'info'))] : []),
  ];
  return `${error > 0 ? chalk.red('✖') : chalk.yellow('!')} ${plans}: ${parts.join(', ')}`;
}

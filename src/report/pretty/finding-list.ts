import type { ChalkInstance } from 'chalk';
import type { CheckedFile } from '../../findings/checked-file.ts';
import type { Severity } from '../../findings/finding.ts';
import { visible } from '../../text/escape.ts';
import type { Position } from '../../yaml/places.ts';
import { codeFrame } from './code-frame.ts';
import { type Folded, folded } from './folding.ts';
import { INDENT_WIDTH, indented, padEnd, widest, wrapped } from './layout.ts';

/**
 * The number of findings of each rule with which lines of the plan are shown. After these, people know what to look
 * for.
 */
const MOST_FRAMES_OF_RULE = 3;
const SEVERITY_WIDTH = 'warning'.length;
const GAP = '  ';

/** The colour of each severity on a terminal. */
export const PAINT = { error: 'red', warning: 'yellow', info: 'blue' } as const satisfies Record<
  Severity,
  string
>;

/**
 * Returns the lines that show the findings of a file. Findings with the same message at several places are shown once,
 * with a list of the places. Only the first findings of each rule come with an excerpt of the file.
 */
export function findingLines(
  { findings, lines }: CheckedFile,
  columns: number,
  chalk: ChalkInstance,
): readonly string[] {
  const list = folded(findings);
  const placeWidth = INDENT_WIDTH + widest(list.map(({ first }) => placeOf(first)));
  const framesOfRule = new Map<string, number>();
  const entries = list.map((entry, index) => {
    const { rule, severity } = entry.first;
    const drawn = framesOfRule.get(rule) ?? 0;
    const style = {
      margin: placeWidth,
      columns,
      // A syntax error often depends on the place of a line below the line above it.
      linesAbove: rule === 'syntax' ? 1 : 0,
      dim: chalk.dim,
      mark: chalk[PAINT[severity]],
    };
    const isShown = isSamePlace(entry.first, list[index - 1]?.first);
    const frame = drawn < MOST_FRAMES_OF_RULE && !isShown ? codeFrame(lines, entry.first, style) : [];
    if (frame.length > 0) framesOfRule.set(rule, drawn + 1);
    return { entry, frame };
  });
  return entries.flatMap(({ entry, frame }, index) => {
    const isApart = index > 0 && (frame.length > 0 || (entries[index - 1]?.frame.length ?? 0) > 0);
    const lines = entryLines(entry, frame, placeWidth, columns, chalk);
    return isApart ? ['', ...lines] : lines;
  });
}

function isSamePlace(a: Position, b: Position | undefined): boolean {
  return (
    a.line === b?.line && a.column === b.column && a.endLine === b.endLine && a.endColumn === b.endColumn
  );
}

function entryLines(
  { first, sayings, alsoAt }: Folded,
  frame: readonly string[],
  placeWidth: number,
  columns: number,
  chalk: ChalkInstance,
): readonly string[] {
  const place = chalk.dim(padEnd(' '.repeat(INDENT_WIDTH) + placeOf(first), placeWidth));
  const severity = chalk[PAINT[first.severity]](padEnd(first.severity, SEVERITY_WIDTH));
  const margin = placeWidth + GAP.length + SEVERITY_WIDTH + GAP.length;
  const texts = sayings.map(({ rule, message }) => withRule(visible(message), rule, columns - margin, chalk));
  const said = texts.flatMap(([start = '', ...rest], index) => {
    const head = index === 0 ? place : ' '.repeat(placeWidth);
    return [[head, severity, start].join(GAP), ...indented(rest, margin)];
  });
  const also = sayings.length === 1 ? 'also' : 'each also';
  const others =
    alsoAt.length === 0 ? [] : wrapped(`${also} at ${visible(alsoAt.join(', '))}`, columns - margin);
  return [
    ...said,
    ...frame,
    ...indented(
      others.map((line) => chalk.dim(line)),
      margin,
    ),
  ];
}

/**
 * Returns the lines of a message with its rule. They are coloured after wrapping, because wrapping counts some colour
 * codes as text.
 */
function withRule(message: string, rule: string, columns: number, chalk: ChalkInstance): readonly string[] {
  const tag = `[${rule}]`;
  const lines = wrapped(`${message} ${tag}`, columns);
  return lines.map((line, index) =>
    index === lines.length - 1 && line.endsWith(tag) ? line.slice(0, -tag.length) + chalk.dim(tag) : line,
  );
}

function placeOf({ line, column }: { readonly line: number; readonly column: number }): string {
  return `${line}:${column}`;
}

import type { Schedule, ScheduledRow, SkippedLine } from '../../exchange/rows.ts';
import { countsOf } from '../../text/groups.ts';
import type { WantedDays } from './spans.ts';

/**
 * Returns the lines of a sheet that become nothing in a plan, each with the reason, in the order of the sheet. Blank
 * lines and lines above the header are not among them.
 *
 * @param slots - the rows that become open slots. Like the ideas, they are in `skipped`, but not in the result
 */
export function leftOutLines(
  { skipped, ideas }: Schedule,
  slots: readonly ScheduledRow[],
): readonly SkippedLine[] {
  // Several rows may be on one line of a file in JSON, so they are told apart by their words, too.
  const used = new Map(
    countsOf([
      ...slots.map(({ line }) => keyOf(line, [])),
      ...ideas.map(({ line, cells }) =>
        keyOf(
          line,
          cells.filter((cell) => cell.trim() !== ''),
        ),
      ),
    ]),
  );
  return skipped.filter((line) => {
    if (isBlank(line)) return false;
    const key = keyOf(line.line, line.words ?? []);
    const left = used.get(key) ?? 0;
    used.set(key, left - 1);
    return left <= 0;
  });
}

function keyOf(line: number, words: readonly string[]): string {
  return JSON.stringify([line, ...words]);
}

/** Whether a line has nothing that anybody would miss: it is blank or above the header. */
function isBlank({ words, reason }: SkippedLine): boolean {
  return words === undefined && (reason === 'is blank' || reason === 'is above the header');
}

/**
 * Returns the lines of the rows whose day is before `from` or after `to`, each with that as the reason why it becomes
 * nothing.
 */
export function unwantedLines(
  rows: readonly ScheduledRow[],
  { from, to }: WantedDays,
): readonly SkippedLine[] {
  return rows.flatMap(({ line, date }) => {
    if (from !== null && date < from) return [{ line, reason: `goes out before ${from} (--from)` }];
    if (to !== null && date > to) return [{ line, reason: `goes out after ${to} (--to)` }];
    return [];
  });
}

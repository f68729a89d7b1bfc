import { brief, counted } from '../../text/words.ts';
import { lineStart } from '../edits.ts';
import type { Guess } from './guess.ts';

const INDENTED =
  /(?<=^|[\r\n])([ \t\u00a0]*)(- +)?(["']?[^\s"':#{}[\],&*!|>%@`-][^\r\n:"']*["']?:(?=\s|$))?/g;

const NUMBERS = 'no one two three four five six seven eight nine ten eleven twelve'.split(' ');

/** A number of spaces as a sentence names it: "four". */
export function inWords(count: number): string {
  return NUMBERS[count] ?? String(count);
}

/** Spaces as a sentence names them: "four spaces", "one space", "no spaces". */
export function spaces(count: number): string {
  return `${inWords(count)} ${count === 1 ? 'space' : 'spaces'}`;
}

/** The lines of a stretch that are indented by tabs, all in one guess. */
export function* untabbedLines(text: string, column: number): Iterable<Guess> {
  const lines = [...text.matchAll(INDENTED)].flatMap(({ index, 1: indentation = '' }) => {
    if (!/[\t\u00a0]/.test(indentation)) return [];
    return [{ start: index, end: index + indentation.length }];
  });
  const [first] = lines;
  if (first === undefined) return;
  const keyColumn = firstKeyColumn(text, column);
  const columnOf = (start: number) => (start === 0 ? column : keyColumn);
  const others = lines.length - 1;
  const more = others === 0 ? '' : `, and ${counted(others, 'line')} below it too`;
  yield {
    kind: 'tab',
    range: { start: first.start, end: first.start + 1 },
    message: tabMessage(columnOf(first.start)) + more,
    mend: lines.map(({ start, end }) => ({ start, end, text: ' '.repeat(columnOf(start)) })),
  };
}

/** What to write instead of a tab that indents a line. */
export function tabMessage(column: number): string {
  return `this line begins with a tab; delete what is before its first sign, and begin it with ${spaces(column)}`;
}

/** The column of the first key of a post in lines of its own, or of what is in braces. */
function firstKeyColumn(text: string, column: number): number {
  const [, item = ''] = /^[ \t\u00a0]*((?:-[ \t]+)?\{?[ \t]*)/.exec(text) ?? [];
  return column + (item === '' ? 2 : item.length);
}

/** A key that does not begin under the keys that it belongs to: the one at which the reader stopped, or one near it. */
export function* alignedLines(text: string, failure: number): Iterable<Guess> {
  const keys = [...text.matchAll(INDENTED)].flatMap(
    ({ index, 1: indentation = '', 2: dash = '', 3: key }) => {
      if (key === undefined) return [];
      const width = indentation.length;
      return [{ index, width, column: width + dash.length, name: key.slice(0, -1), isItem: dash !== '' }];
    },
  );
  const [first] = keys;
  if (first === undefined) return;
  const wrong = keys.filter(({ column, isItem }) => !isItem && column !== first.column);
  const nearest = wrong.sort((a, b) => Math.abs(a.index - failure) - Math.abs(b.index - failure)).slice(0, 3);
  for (const { index, width, name } of nearest) {
    yield {
      kind: 'indentation',
      range: { start: index + width, end: index + width + 1 },
      message: `this line begins with ${spaces(width)}; begin it with ${inWords(first.column)}, so that ${brief(name)} is right under ${brief(first.name)}`,
      mend: [{ start: index, end: index + width, text: ' '.repeat(first.column) }],
    };
  }
}

/** Two posts under one dash: the first key of the post is there a second time, on a line of its own. */
export function* missingDash(text: string, repeated: number): Iterable<Guess> {
  const start = lineStart(text, repeated);
  const [, first] = /^ *- +([^\s:]+):/.exec(text) ?? [];
  const isFirst = first !== undefined && text.startsWith(`${first}:`, repeated);
  const dash = repeated - 2;
  if (!isFirst || dash < start || text.slice(start, repeated).trim() !== '') return;
  yield {
    kind: 'missing dash',
    range: { start: repeated, end: repeated + 1 },
    message: `${brief(first)} is here a second time, so a new post begins; write "- ${brief(first)}:" after ${spaces(dash - start)}`,
    mend: [{ start: dash, end: repeated, text: '- ' }],
  };
}

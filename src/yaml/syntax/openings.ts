import { brief, quoted } from '../../text/words.ts';
import { type Edit, edited, lineBreakOf } from '../edits.ts';
import type { SyntaxProblem } from '../syntax-problems.ts';
import type { Columns } from './columns.ts';
import { inWords, spaces, tabMessage } from './indents.ts';
import { type Line, linesOf } from './lines.ts';
import type { Stretch } from './outline.ts';

/** The number of characters of a line that are searched for its first word. */
const LONGEST_WORD = 100;

/**
 * Returns the edits that make a stretch begin correctly: in the right column and, if it is a list item, with a dash.
 * Empty if the stretch already begins correctly, or if its first line is neither a key nor an item. Offsets count from
 * the start of `text`.
 *
 * @param stretch - a key with its value, or a list item
 * @param column - the right column (from 0)
 */
export function openingEdits(text: string, stretch: Stretch, column: number): readonly Edit[] {
  const { level, line } = stretch;
  const { start, first, opening } = line;
  const indentation = { start, end: first, text: ' '.repeat(column) };
  const isInColumn = !line.hasTab && line.indent === column;
  if (opening === 'words') return [];
  const shift = isInColumn ? [] : [indentation];
  if (level.holds === 'keys') return shift;
  const by = line.hasTab ? 0 : column - line.indent;
  const along = (indent: number) => Math.max(0, indent + by);
  const movedAlong = () => (by === 0 ? [] : moved(text, stretch, along));
  const underFirstKey = (from: number) => (indent: number) => (indent === from ? column + 2 : along(indent));
  const dash = (length: number) => ({ start: first, end: first + length, text: '- ' });
  switch (opening) {
    case 'dash':
      return [...shift, ...(isAlone(text, stretch, column) ? [] : movedAlong())];
    case 'tight dash':
      return [...shift, dash(1), ...moved(text, stretch, underFirstKey(line.indent + 1))];
    case 'key':
      return [...shift, dash(0), ...moved(text, stretch, underFirstKey(line.indent))];
    case 'bullet': {
      const [mark = ''] = /^.\s*/.exec(text.slice(first, first + LONGEST_WORD)) ?? [];
      return [...shift, dash(mark.length), ...movedAlong()];
    }
    default:
      return [...shift, dash(0), ...movedAlong()];
  }
}

/**
 * Whether a stretch begins with a dash on a line of its own, and the text below it is already further right than
 * `column`, where the dash should be.
 */
function isAlone(text: string, { line, end }: Stretch, column: number): boolean {
  const [below = ''] = /^ *(?=\S)/.exec(text.slice(line.end, end)) ?? [];
  return line.content.trim() === '-' && below.length > column;
}

/** The edits that change the indentation of the lines below the first of a stretch; `to` turns old into new. */
function moved(text: string, { line, end }: Stretch, to: (indent: number) => number): readonly Edit[] {
  const edits: Edit[] = [];
  for (const { start, indent, hasTab, content } of linesOf(text.slice(line.end, end))) {
    if (hasTab || content === '' || to(indent) === indent) continue;
    edits.push({ start: line.end + start, end: line.end + start + indent, text: ' '.repeat(to(indent)) });
  }
  return edits;
}

/**
 * Returns the text of a stretch after `edits` have been applied to it.
 *
 * @param text - the whole text; the offsets of the edits count from its start
 * @param stretch - a key with its value, or a list item
 */
export function withOpening(text: string, { start, end }: Stretch, edits: readonly Edit[]): string {
  const inside = edits.map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start }));
  return edited(text.slice(start, end), inside);
}

/**
 * Returns what is wrong with the beginning of a stretch, compared with the other stretches of its level (its list or
 * mapping); `null` if it begins correctly.
 *
 * @param stretch - a key with its value, or a list item
 * @param lineOf - returns the number of the line (from 1) that an offset in `text` is in
 */
export function wrongOpening(
  text: string,
  stretch: Stretch,
  columns: Columns,
  lineOf: (offset: number) => number,
): SyntaxProblem | null {
  const { level, line } = stretch;
  const { first, indent, opening } = line;
  const column = columns.expected(level);
  const isItem = level.holds === 'keys' || opening === 'dash';
  // Most stretches are right, and the search for a model takes time for each stretch of the text.
  const isOdd = line.hasTab || opening === 'words' || stretch.lacksPosts || (stretch.isHead && !line.isHead);
  if (!isOdd && isItem && indent === column) return null;
  const model = columns.model(level, stretch.start);
  const like = model === null ? '' : `, like line ${lineOf(model.start)}`;
  const range = { start: first, end: first + 1 };
  const mend = openingEdits(text, stretch, column);
  if (line.hasTab) {
    return {
      kind: 'tab',
      range: { start: line.start, end: line.start + 1 },
      message: `${tabMessage(text.slice(line.start, first), column)}${opening === 'brace' ? ' and a dash: "- "' : ''}${like}`,
      mend,
    };
  }
  if (stretch.lacksPosts) {
    return {
      kind: 'missing posts',
      range,
      message: '"posts:" is missing above the first day; write it on a line of its own above this one',
      mend: [{ start: line.start, end: line.start, text: `posts:${lineBreakOf(text)}` }],
    };
  }
  if (stretch.isHead && !line.isHead) return wordsBehindKey(stretch);
  if (opening === 'words')
    return colonMissing(stretch) ?? { kind: 'stray line', range, message: STRAY, mend: null };
  const moves = mend.some(({ start }) => start >= line.end);
  if (level.holds === 'items' && opening !== 'dash') {
    const where = indent === column ? '' : ` after ${spaces(column)}`;
    const below = moves ? `; begin the other lines of this post with ${spaces(column + 2)}` : '';
    const [kind, message] = withoutDash(line, where + like);
    return { kind, range, message: message + below, mend };
  }
  const begins = `this line begins with ${spaces(indent)}; begin it with ${column === 0 ? spaces(0) : inWords(column)}`;
  const below = moves ? ', and move the rest of this post with it' : '';
  return { kind: 'indentation', range, message: begins + like + below, mend };
}

const STRAY =
  'this line is neither a key with a value nor an item of a list; if it continues the text above, put all of that text on one line; otherwise delete it';

function withoutDash(
  { opening, content }: Line,
  where: string,
): readonly ['missing space' | 'missing dash', string] {
  if (opening === 'tight dash')
    return ['missing space', 'a space is missing after the dash in this line; add one'];
  const why =
    opening === 'bullet' ? `begins with ${content.charAt(0)}, which is not a hyphen` : 'has no dash';
  return ['missing dash', `this post ${why}; begin it with "- "${where}`];
}

/** The problem that words follow the colon of `posts:` or of a day, although its contents are on the lines below. */
function wordsBehindKey({ line }: Stretch): SyntaxProblem {
  const { first, content, key } = line;
  const colon = content.indexOf(':', (key ?? '').length) + 1;
  const words = content.slice(colon).trim();
  const start = first + content.indexOf(words, colon);
  return {
    kind: 'stray words',
    range: { start, end: start + 1 },
    message: `${quoted(words)} cannot be here, because what belongs to ${quoted(key ?? '')} is on the lines below; write nothing after "${brief(key ?? '')}:"`,
    mend: [{ start: first + colon, end: first + content.length, text: '' }],
  };
}

/**
 * The problem that a day or a top-level key lacks its colon, or that a top-level key lacks the space after it; null if
 * neither is the mistake.
 */
function colonMissing({ level, line }: Stretch): SyntaxProblem | null {
  const { first, content, isHead } = line;
  const [word] = /^["']?[\p{L}\d_-]+["']?(?=\s|;|$)/u.exec(content.slice(0, LONGEST_WORD)) ?? [];
  const tight = /^([a-z_]{1,40}):(?=[^\s:/])/i.exec(content)?.[1];
  if (tight !== undefined && level.parent === null && level.holds === 'keys') {
    const colon = first + tight.length + 1;
    return {
      kind: 'missing space',
      range: { start: first, end: first + 1 },
      message: `a space is missing after "${tight}:"; write ${tight}: ${brief(content.slice(tight.length + 1).trim())}`,
      mend: [{ start: colon, end: colon, text: ' ' }],
    };
  }
  if (word === undefined || level.holds !== 'keys' || !(isHead || level.parent === null)) return null;
  const at = first + word.length;
  const semicolon = isHead && /^\s*;/.exec(content.slice(word.length));
  const rest = isHead ? '' : ` ${brief(content.slice(word.length).trim())}`;
  return {
    kind: 'missing colon',
    range: { start: first, end: first + 1 },
    message: `a colon is missing after ${word.replace(/^["']?/, '"').replace(/["']?$/, '"')}${semicolon ? ', where a semicolon is' : ''}; write ${brief(word)}:${rest}`,
    mend: [{ start: at, end: at + (semicolon ? semicolon[0].length : 0), text: ':' }],
  };
}

import { type Edit, edited, indentOf, isLeftOut, lineBreakOf, ownEntries } from '../yaml/edits.ts';
import { isNull, type ListNode, type MappingNode, type Node } from '../yaml/node.ts';

const STEP = 2;

/**
 * Returns the text of a plan without the `null` or `~` that may follow `posts:` or the key of a day, so that lines can
 * be put below these keys.
 */
export function withoutNulls(text: string, root: MappingNode): string {
  const posts = root.entries.get('posts');
  if (posts === undefined || posts.value.aliased) return text;
  const { value } = posts;
  const entries = value.kind === 'mapping' ? [posts, ...value.entries.values()] : [posts];
  const nulls = entries.filter(
    (entry) => isNull(entry.value) && !isLeftOut(entry.value) && !entry.value.aliased,
  );
  return edited(
    text,
    nulls.map((entry) => ({
      start: text.slice(0, entry.value.start).trimEnd().length,
      end: entry.value.end,
      text: '',
    })),
  );
}

/**
 * Returns the text of a plan in which each day and each post begins on a new line. Line breaks and dashes replace the
 * brackets around lists of posts and the braces around days; a post keeps its own braces.
 */
export function unfolded(text: string, root: MappingNode): string {
  const posts = root.entries.get('posts');
  if (posts === undefined || isLeftOut(posts.value) || posts.value.aliased) return text;
  const indent = indentOf(text, posts.key.start);
  return edited(text, postsEdits(text, posts.value, indent));
}

function postsEdits(text: string, posts: Node, indent: number): readonly Edit[] {
  if (posts.kind === 'scalar') return [];
  if (posts.kind === 'list') return listEdits(text, posts, indent + STEP);
  const isFlow = posts.isFlow;
  const days = ownEntries(posts);
  const column = isFlow ? indent + STEP : indentOf(text, days[0]?.key.start ?? 0);
  const lists = days.flatMap(({ value }) => {
    if (value.aliased || value.kind === 'scalar') return [];
    return value.kind === 'list'
      ? listEdits(text, value, column + STEP)
      : singleEdits(text, value, column + STEP);
  });
  if (!isFlow) return lists;
  const pieces = days.map(({ key, value }) => ({
    start: key.start,
    end: isLeftOut(value) ? key.end : value.end,
    ending: isLeftOut(value) ? ':' : '',
  }));
  return [...gapEdits(text, posts, pieces, `${' '.repeat(column)}`), ...lists];
}

/** The edits that replace the brackets and commas of a list by line breaks and dashes. */
function listEdits(text: string, list: ListNode, column: number): readonly Edit[] {
  if (text[list.start] !== '[') return [];
  const pieces = list.items.map(({ start, end }) => ({ start, end, ending: '' }));
  const inside = list.items.flatMap((item) => deeperLines(text, item, column + STEP));
  return [...gapEdits(text, list, pieces, `${' '.repeat(column)}- `), ...inside];
}

/** The edits that put a dash before the only post of a day. */
function singleEdits(text: string, post: MappingNode, column: number): readonly Edit[] {
  if (!post.isFlow) {
    return [{ start: post.start, end: post.start, text: '- ' }, ...deeperLines(text, post, STEP)];
  }
  const opening = `${lineBreakOf(text)}${' '.repeat(column)}- `;
  const dash = { start: text.slice(0, post.start).trimEnd().length, end: post.start, text: opening };
  return [dash, ...deeperLines(text, post, column + STEP)];
}

/** The edits that indent all lines of a value except the first by `columns` more spaces. */
function deeperLines(text: string, { start, end }: Node, columns: number): readonly Edit[] {
  return [...text.slice(start, end).matchAll(/(?:\r\n|\n|\r)(?=[^\r\n])/g)].map(({ index, 0: lineBreak }) => {
    const at = start + index + lineBreak.length;
    return { start: at, end: at, text: ' '.repeat(columns) };
  });
}

interface Piece {
  readonly start: number;
  readonly end: number;
  /** What to write after it: a colon if it is a key without a value, otherwise nothing. */
  readonly ending: string;
}

/**
 * The edits that put each piece of a flow collection on a line of its own: they replace what is between the pieces, but
 * keep comments and anchors there.
 *
 * @param opening - the indentation of each new line, followed by a dash if the pieces are items of a list
 */
function gapEdits(
  text: string,
  { start, end }: Node,
  pieces: readonly Piece[],
  opening: string,
): readonly Edit[] {
  const newLine = lineBreakOf(text);
  const indent = /^ */.exec(opening)?.[0] ?? '';
  const edits: Edit[] = [];
  let previous: Piece = { start, end: text.slice(0, start).trimEnd().length, ending: '' };
  for (const piece of [...pieces, null]) {
    const gap = text.slice(previous.end, piece?.start ?? end).replace(/^\s*:/, '');
    const [line = '', ...below] = gap.split(/\r\n|\n|\r/);
    const comments = [
      ...commentsIn(line).map((comment) => ` ${comment}`),
      ...below.flatMap(commentsIn).map((comment) => newLine + indent + comment),
    ];
    const anchor = gap
      .replace(/#[^\r\n]*/g, '')
      .replace(/[\s,[\]{}]+/g, ' ')
      .trim();
    const next = piece === null ? '' : `${newLine}${opening}${anchor === '' ? '' : `${anchor} `}`;
    edits.push({
      start: previous.end,
      end: piece?.start ?? end,
      text: previous.ending + comments.join('') + next,
    });
    if (piece !== null) previous = piece;
  }
  return edits;
}

function commentsIn(line: string): readonly string[] {
  return line.match(/#.*/) ?? [];
}

import { textInBlock, textInLine } from '../../yaml/write-text.ts';
import type { PostEntry } from './post-entries.ts';

/** A text with a line longer than this is written as a block. */
const LONGEST_LINE = 120;

/** The keys whose values have the same width in all posts in braces, so that the posts form columns. */
const IN_COLUMNS: readonly string[] = ['channel', 'category'];

/**
 * Returns a function that writes a post of a plan, as an item of a list, without a line break at the end. A post is in
 * braces on one line, unless one of its texts has several lines, or more than 120 characters.
 *
 * @param posts - the posts among which channels and categories are to be aligned in columns
 */
export function postWriter(
  posts: Iterable<readonly PostEntry[]>,
): (post: readonly PostEntry[], indent: string) => string {
  const widths = new Map<string, number>();
  for (const post of posts) {
    for (const [key, value] of post) {
      if (!IN_COLUMNS.includes(key)) continue;
      widths.set(key, Math.max(widths.get(key) ?? 0, inLine(value).length));
    }
  }
  return (post, indent) =>
    post.some(([, value]) => isLong(value)) ? asBlock(post, indent) : inBraces(post, indent, widths);
}

function isLong(value: PostEntry[1]): value is string {
  return typeof value === 'string' && (value.includes('\n') || value.length > LONGEST_LINE);
}

function inBraces(post: readonly PostEntry[], indent: string, widths: ReadonlyMap<string, number>): string {
  const last = post.length - 1;
  const parts = post.map(([key, value], index) => {
    const text = `${textInLine(key)}: ${inLine(value)}${index === last ? '' : ', '}`;
    const width = widths.get(key);
    return width === undefined || index === last ? text : text.padEnd(`${key}: , `.length + width);
  });
  return `${indent}- { ${parts.join('')} }`;
}

function asBlock(post: readonly PostEntry[], indent: string): string {
  const lines = post.flatMap(([key, value]) => {
    const [first = '', ...others] = blockOf(value);
    return [`${textInLine(key)}: ${first}`, ...others];
  });
  const margin = `${indent}  `;
  return lines
    .map((line, index) => (index === 0 ? `${indent}- ${line}` : line === '' ? '' : margin + line))
    .join('\n');
}

function blockOf(value: PostEntry[1]): readonly string[] {
  return isLong(value) ? textInBlock(value) : [inLine(value)];
}

function inLine(value: PostEntry[1]): string {
  if (value === true) return 'true';
  return typeof value === 'string' ? textInLine(value) : `[${value.map(textInLine).join(', ')}]`;
}

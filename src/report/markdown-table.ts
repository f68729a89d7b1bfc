/** The side to which the cells of a column are aligned. */
type Alignment = 'left' | 'right';

/** Returns the lines of a Markdown table. Each cell must be escaped and on one line. */
export function markdownTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  alignments: readonly Alignment[],
): readonly string[] {
  const rule = alignments.map((alignment) => (alignment === 'left' ? '---' : '---:'));
  return [head, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`);
}

/**
 * Returns alignments for a table of `columns` columns: the first, for names, to the left, and the others, for numbers,
 * to the right.
 */
export function namesAndNumbers(columns: number): readonly Alignment[] {
  return Array.from({ length: columns }, (_, index) => (index === 0 ? 'left' : 'right'));
}

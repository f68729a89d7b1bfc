/** The side to which the cells of a column are aligned. */
type Alignment = 'left' | 'right';

/** Returns the lines of a Markdown table. The cells must already be escaped, and be on one line. */
export function markdownTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  alignments: readonly Alignment[],
): readonly string[] {
  const rule = alignments.map((alignment) => (alignment === 'left' ? '---' : '---:'));
  return [head, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`);
}

/**
 * Returns the alignments of a table with names (left) in the first column and numbers (right) in the others.
 *
 * @param columns - the number of columns, including the first
 */
export function namesAndNumbers(columns: number): readonly Alignment[] {
  return Array.from({ length: columns }, (_, index) => (index === 0 ? 'left' : 'right'));
}

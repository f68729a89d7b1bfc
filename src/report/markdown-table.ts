/** The side to which the cells of a column are aligned. */
export type Alignment = 'left' | 'right';

/** Returns the lines of a Markdown table. The cells must already be Markdown on one line. */
export function markdownTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  alignments: readonly Alignment[],
): readonly string[] {
  const rule = alignments.map((alignment) => (alignment === 'left' ? '---' : '---:'));
  return [head, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`);
}

/**
 * Returns the alignments for a table whose first column has names and whose other columns have numbers.
 *
 * @param columns - the number of all columns
 */
export function namesAndNumbers(columns: number): readonly Alignment[] {
  return Array.from({ length: columns }, (_, index) => (index === 0 ? 'left' : 'right'));
}

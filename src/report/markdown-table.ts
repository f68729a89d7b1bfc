/** The side to which the cells of a column are aligned. */
type Alignment = 'left' | 'right';

/** Returns the lines of a Markdown table. Each cell must be a single line of Markdown that is already escaped. */
export function markdownTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  alignments: readonly Alignment[],
): readonly string[] {
  const rule = alignments.map((alignment) => (alignment === 'left' ? '---' : '---:'));
  return [head, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`);
}

/**
 * Returns the alignments for a table with `columns` columns: left for the first column, which has names, and right for
 * the others, which have numbers.
 */
export function namesAndNumbers(columns: number): readonly Alignment[] {
  return Array.from({ length: columns }, (_, index) => (index === 0 ? 'left' : 'right'));
}

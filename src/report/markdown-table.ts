/** How the cells of a column stand. */
export type Alignment = 'left' | 'right';

/** A table as lines of Markdown; its cells are Markdown already. */
export function markdownTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  alignments: readonly Alignment[],
): readonly string[] {
  const rule = alignments.map((alignment) => (alignment === 'left' ? '---' : '---:'));
  return [head, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`);
}

/** A column of names, and columns of numbers behind it. */
export function namesAndNumbers(columns: number): readonly Alignment[] {
  return Array.from({ length: columns }, (_, index) => (index === 0 ? 'left' : 'right'));
}

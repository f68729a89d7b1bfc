import type { MappingNode, Node, ScalarNode } from './node.ts';

/** A key in braces without a colon behind it: most often a piece of a text that has commas. */
export interface Piece {
  readonly key: string;
  /** The text before it with it and every other piece of that text; null where no text without quotes stands before it. */
  readonly words: string | null;
  /** Whether it is the first of the pieces with these words. */
  readonly isFirst: boolean;
}

/** The keys of a mapping that have no colon, in the order of the file. */
export function piecesOf({ entries, isFlow }: MappingNode): readonly Piece[] {
  const pieces: Piece[] = [];
  let before: Node | null = null;
  let keys: ScalarNode[] = [];
  const end = () => {
    const words = isFlow && isText(before) ? [before.text, ...keys.map(asWritten)].join(', ') : null;
    for (const [index, { text }] of keys.entries()) pieces.push({ key: text, words, isFirst: index === 0 });
    keys = [];
  };
  for (const { key, value, hasColon } of entries.values()) {
    if (!hasColon) keys.push(key);
    else {
      end();
      before = value;
    }
  }
  end();
  return pieces;
}

/** With the quotes, which belong to the text before the comma too. */
function asWritten({ text, isPlain }: ScalarNode): string {
  return isPlain ? text : `"${text}"`;
}

/** Whether a comma would end it. */
function isText(node: Node | null): node is ScalarNode {
  return node?.kind === 'scalar' && node.isPlain && typeof node.value === 'string';
}

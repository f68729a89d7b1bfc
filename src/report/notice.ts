import { withoutCommands } from '../text/escape.ts';
import { indented, wrapped } from './pretty/layout.ts';

const INDENT_WIDTH = 2;

/**
 * A sentence for a terminal of that many columns: broken at spaces, its further lines indented. A path or a command that
 * is longer than a line stays whole, so that it can be copied.
 *
 * @param sentence - made visible
 */
export function notice(sentence: string, columns: number): string {
  const [first = '', ...others] = wrapped(sentence, columns - INDENT_WIDTH, false);
  return withoutCommands([first, ...indented(others, INDENT_WIDTH)].join('\n'));
}

import { withoutCommands } from '../text/escape.ts';
import { INDENT_WIDTH, indented, wrapped } from './pretty/layout.ts';

/**
 * Returns a sentence wrapped at spaces into lines at most `columns` wide, with every line but the first indented. A
 * path or a command that is too long for a line stays whole, so that users can copy it.
 *
 * @param sentence - a sentence without invisible or control characters
 */
export function notice(sentence: string, columns: number): string {
  const [first = '', ...others] = wrapped(sentence, columns - INDENT_WIDTH, false);
  return withoutCommands([first, ...indented(others, INDENT_WIDTH)].join('\n'));
}

import { withoutCommands } from '../text/escape.ts';
import { indented, wrapped } from './pretty/layout.ts';

const INDENT_WIDTH = 2;

/**
 * Breaks a sentence into lines for a terminal with this many columns: at spaces, with all lines but the first indented.
 * A path or a command that is longer than a line is not broken, so that it can be copied.
 *
 * @param sentence - without invisible or control characters
 */
export function notice(sentence: string, columns: number): string {
  const [first = '', ...others] = wrapped(sentence, columns - INDENT_WIDTH, false);
  return withoutCommands([first, ...indented(others, INDENT_WIDTH)].join('\n'));
}

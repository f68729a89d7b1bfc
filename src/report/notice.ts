import { withoutCommands } from '../text/escape.ts';
import { indented, wrapped } from './pretty/layout.ts';

const INDENT_WIDTH = 2;

/**
 * Breaks a sentence into lines at its spaces, for a terminal with this many columns. Every line but the first is
 * indented. A path or a command that is longer than a line is not broken, so that it can be copied.
 *
 * @param sentence - must not contain invisible or control characters
 */
export function notice(sentence: string, columns: number): string {
  const [first = '', ...others] = wrapped(sentence, columns - INDENT_WIDTH, false);
  return withoutCommands([first, ...indented(others, INDENT_WIDTH)].join('\n'));
}

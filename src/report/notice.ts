import { withoutCommands } from '../text/escape.ts';
import { INDENT_WIDTH, indented, wrapped } from './pretty/layout.ts';

/**
 * Wraps a sentence at spaces into lines with a width of at most `columns`, and indents every line but the first. A path
 * or a command that is too long for a line is not broken, so that it can be copied.
 *
 * @param sentence - a sentence without invisible and control characters
 */
export function notice(sentence: string, columns: number): string {
  const [first = '', ...others] = wrapped(sentence, columns - INDENT_WIDTH, false);
  return withoutCommands([first, ...indented(others, INDENT_WIDTH)].join('\n'));
}

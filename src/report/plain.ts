import { visible, withoutCommands } from '../escape.ts';
import type { CheckedFile } from '../findings/result.ts';

/** One line a finding, `path:line:column: severity: message [rule]`; nothing where there is none. */
export function plain(files: readonly CheckedFile[]): string {
  const lines = files
    .flatMap(({ findings }) => findings)
    .map(({ file, line, column, severity, message, rule }) => {
      return `${visible(file)}:${line}:${column}: ${severity}: ${visible(message)} [${rule}]\n`;
    });
  return withoutCommands(lines.join(''));
}

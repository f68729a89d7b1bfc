import { visible } from '../escape.ts';
import type { CheckedFile } from '../findings/result.ts';

/** One line a finding, `path:line:column: severity: message [rule]`; nothing where there is none. */
export function plain(files: readonly CheckedFile[]): string {
  return files
    .flatMap(({ findings }) => findings)
    .map(({ file, line, column, severity, message, rule }) => {
      return `${visible(file)}:${line}:${column}: ${severity}: ${visible(message)} [${rule}]\n`;
    })
    .join('');
}

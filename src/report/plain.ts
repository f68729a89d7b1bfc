import { visible, withoutCommands } from '../escape.ts';
import type { CheckedFile } from '../findings/result.ts';

/** One line a finding, `path:line:column: severity: message [rule]`; nothing where there is none. */
export function* plain(files: readonly CheckedFile[]): Generator<string> {
  for (const { findings } of files) {
    for (const { file, line, column, severity, message, rule } of findings) {
      const place = `${visible(file)}:${line}:${column}`;
      yield withoutCommands(`${place}: ${severity}: ${visible(message)} [${rule}]\n`);
    }
  }
}

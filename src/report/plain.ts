import type { CheckedFile } from '../findings/checked-file.ts';
import { sentenceOf } from '../findings/finding.ts';
import { visible, withoutCommands } from '../text/escape.ts';

/**
 * Yields one line for each finding: `path:line:column: severity: message [rule]`. Yields nothing if there are no
 * findings.
 */
export function* plain(files: readonly CheckedFile[]): Generator<string> {
  for (const { findings } of files) {
    for (const finding of findings) {
      const { file, line, column, severity, rule } = finding;
      const place = `${visible(file)}:${line}:${column}`;
      yield withoutCommands(`${place}: ${severity}: ${visible(sentenceOf(finding))} [${rule}]\n`);
    }
  }
}

import { createHash } from 'node:crypto';
import type { CheckedFile } from '../findings/checked-file.ts';
import type { Finding } from '../findings/finding.ts';
import { folded } from '../text/words.ts';
import { BLANK_OR_COMMENT } from '../yaml/comments.ts';
import type { Lines } from '../yaml/places.ts';
import type { ReportView } from './formatter.ts';
import { lastLineOf } from './last-line.ts';

/** A finding with a fingerprint, by which code-hosting services recognise the finding when the file changes. */
export interface TracedFinding {
  readonly finding: Finding;
  /** The path of the file relative to the root of its repository, with `/` between folders. */
  readonly path: string;
  /**
   * A text that no other finding in the report has. It stays the same if the finding moves to another line, or if the
   * message of the finding changes.
   */
  readonly fingerprint: string;
}

/**
 * Yields the findings of all files, each with its fingerprint and its path.
 *
 * @param inRepository - returns the path of a file relative to the root of its repository
 */
export function* traced(
  files: readonly CheckedFile[],
  inRepository: ReportView['inRepository'],
): Generator<TracedFinding> {
  const occurrences = new Map<string, number>();
  for (const { file, lines, findings } of files) {
    const path = inRepository(file);
    for (const finding of findings) {
      const { rule, channel, date } = finding;
      const identity = JSON.stringify([path, rule, channel, date, textAt(lines, finding)]);
      // Keys are hashes, so that many long texts need not be kept.
      const key = hashOf(identity);
      const occurrence = (occurrences.get(key) ?? 0) + 1;
      occurrences.set(key, occurrence);
      yield { finding, path, fingerprint: hashOf(`${identity} ${occurrence}`) };
    }
  }
}

/**
 * The most characters at the place of a finding that affect its fingerprint. Many findings may be at the same long
 * place.
 */
const MOST_CHARACTERS = 1000;
/** The most lines at the place of a finding that are read, even if they are blank. */
const MOST_LINES = 1000;

/**
 * Returns the text at the place of a finding, without letter case, extra white space, blank lines and whole-line
 * comments.
 */
function textAt(lines: Lines, finding: Finding): string {
  const { line: first, column, endLine, endColumn } = finding;
  const last = Math.min(lastLineOf(finding), first + MOST_LINES);
  let text = '';
  for (let line = first; line <= last && text.length < MOST_CHARACTERS; line++) {
    const end = line === endLine ? endColumn - 1 : undefined;
    const part = lines.lineAt(line).slice(line === first ? column - 1 : 0, end);
    if (line === first || !BLANK_OR_COMMENT.test(part)) text += `${part.slice(0, MOST_CHARACTERS)}\n`;
  }
  return folded(text);
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

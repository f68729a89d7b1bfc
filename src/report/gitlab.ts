import type { CheckedFile } from '../findings/checked-file.ts';
import { type Severity, sentenceOf } from '../findings/finding.ts';
import { visible } from '../text/escape.ts';
import { type TracedFinding, traced } from './fingerprint.ts';
import type { ReportView } from './formatter.ts';
import { jsonPieces } from './json-pieces.ts';
import { lastLineOf } from './last-line.ts';

const SEVERITIES = { error: 'major', warning: 'minor', info: 'info' } as const satisfies Record<
  Severity,
  string
>;

/** Returns a Code Quality report for GitLab, in pieces: a JSON list of issues in the format of Code Climate. */
export function gitlab(files: readonly CheckedFile[], { inRepository }: ReportView): Iterable<string> {
  return jsonPieces(issuesOf(files, inRepository));
}

function* issuesOf(files: readonly CheckedFile[], inRepository: ReportView['inRepository']) {
  for (const finding of traced(files, inRepository)) yield issue(finding);
}

function issue({ finding, path, fingerprint }: TracedFinding) {
  const { rule, severity, line } = finding;
  return {
    type: 'issue',
    check_name: rule,
    description: `${visible(sentenceOf(finding))} (cmplan explain ${rule} says why)`,
    categories: ['Style'],
    severity: SEVERITIES[severity],
    fingerprint,
    location: { path, lines: { begin: line, end: lastLineOf(finding) } },
  };
}

import { visible, visibleJson } from '../escape.ts';
import type { Severity } from '../findings/finding.ts';
import type { CheckedFile } from '../findings/result.ts';
import { type TracedFinding, traced } from './fingerprint.ts';
import type { ReportView } from './formatter.ts';
import { lastLineOf } from './last-line.ts';

const SEVERITIES = { error: 'major', warning: 'minor', info: 'info' } as const satisfies Record<
  Severity,
  string
>;

/** The report that GitLab shows as Code Quality: issues in the form of Code Climate. */
export function gitlab(files: readonly CheckedFile[], { inRepository }: ReportView): string {
  return `${visibleJson(JSON.stringify(traced(files, inRepository).map(issue), null, 2))}\n`;
}

function issue({ finding, path, fingerprint }: TracedFinding) {
  const { rule, severity, message, line } = finding;
  return {
    type: 'issue',
    check_name: rule,
    description: `${visible(message)} (cmplan explain ${rule} says why)`,
    categories: ['Style'],
    severity: SEVERITIES[severity],
    fingerprint,
    location: { path, lines: { begin: line, end: lastLineOf(finding) } },
  };
}

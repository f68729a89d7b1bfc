import { type CheckTerms, checkPlan, DEFAULT_TERMS } from '../src/check/check-plan.ts';
import { amongTexts } from '../src/check/read-team-plan.ts';
import type { CheckedFile } from '../src/findings/checked-file.ts';
import type { Finding } from '../src/findings/finding.ts';

/** Checks a plan that is given as text, beside the texts of other plans of its team where there are some. */
export function checkText(
  text: string,
  file = 'plan.yaml',
  given: Partial<CheckTerms> = {},
  others?: readonly string[],
): CheckedFile {
  const terms = { ...DEFAULT_TERMS, ...given };
  return checkPlan(new TextEncoder().encode(text), file, terms, others && amongTexts(others, terms));
}

/** The findings of a plan that is given as text; of one rule where it is named. */
export function findingsOf(text: string, rule?: string): readonly Finding[] {
  return checkText(text).findings.filter((finding) => rule === undefined || finding.rule === rule);
}

/** `line:column-endLine:endColumn` of a finding. */
export function rangeOfFinding({ line, column, endLine, endColumn }: Finding): string {
  return `${line}:${column}-${endLine}:${endColumn}`;
}

/** The part of a text that a finding points at. */
export function pointedAt(text: string, { line, column, endLine, endColumn }: Finding): string {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  if (line === endLine) return (lines[line - 1] ?? '').slice(column - 1, endColumn - 1);
  const [first = '', ...rest] = lines.slice(line - 1, endLine);
  return [first.slice(column - 1), ...rest.slice(0, -1), (rest.at(-1) ?? '').slice(0, endColumn - 1)].join(
    '\n',
  );
}

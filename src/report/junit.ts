import type { CheckedFile } from '../findings/checked-file.ts';
import { type Finding, sentenceOf } from '../findings/finding.ts';
import { visible } from '../text/escape.ts';

/**
 * Yields a JUnit XML report in pieces: one test suite for each file, with one test case for each finding. The test case
 * fails for an error, and passes for a warning or a piece of information, with the message as its output. A file
 * without findings has one test case, which passes.
 */
export function* junit(files: readonly CheckedFile[]): Generator<string> {
  const tests = files.reduce((sum, { findings }) => sum + Math.max(1, findings.length), 0);
  const failures = files.reduce((sum, { findings }) => sum + errorsAmong(findings), 0);
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield `<testsuites name="cmplan" tests="${tests}" failures="${failures}" errors="0" time="0">\n`;
  for (const checked of files) yield* suiteOf(checked);
  yield '</testsuites>\n';
}

function errorsAmong(findings: readonly Finding[]): number {
  return findings.filter(({ severity }) => severity === 'error').length;
}

function* suiteOf({ file, findings, counts }: CheckedFile): Generator<string> {
  const name = inXml(file);
  const open = (caseName: string) => `<testcase name="${inXml(caseName)}" classname="${name}" time="0"`;
  const tests = Math.max(1, findings.length);
  const numbers = `tests="${tests}" failures="${errorsAmong(findings)}" errors="0" skipped="0" time="0"`;
  yield `  <testsuite name="${name}" ${numbers}>\n`;
  const names = caseNames(findings);
  for (const [index, finding] of findings.entries()) {
    yield `    ${caseOf(finding, open(names[index] ?? ''))}\n`;
  }
  const isQuiet = counts.warning + counts.info > 0;
  if (findings.length === 0) yield `    ${open(isQuiet ? 'no errors' : 'no findings')}/>\n`;
  yield '  </testsuite>\n';
}

/**
 * Returns the names of the test cases. Services compare test cases by name, so names have no line numbers, which every
 * edit can change.
 */
function caseNames(findings: readonly Finding[]): readonly string[] {
  const occurrences = new Map<string, number>();
  return findings.map(({ rule, channel, date }) => {
    const about = [channel, date].filter((part) => part !== null).join(', ');
    const name = about === '' ? rule : `${rule} (${visible(about)})`;
    const occurrence = (occurrences.get(name) ?? 0) + 1;
    occurrences.set(name, occurrence);
    return occurrence === 1 ? name : `${name} #${occurrence}`;
  });
}

function caseOf(finding: Finding, open: string): string {
  const { rule, severity, file, line, column } = finding;
  const message = sentenceOf(finding);
  const why = `cmplan explain ${rule} says why`;
  const text = `${inXml(`${file}:${line}:${column}: ${severity}: ${message}`)}\n${why}`;
  if (severity !== 'error') return `${open}><system-out>${text}</system-out></testcase>`;
  // Without the prefix, GitLab would parse type="date" as a date.
  const type = `cmplan.${rule}`;
  return `${open}><failure message="${inXml(message)}" type="${type}">${text}</failure></testcase>`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Escapes text for XML, and makes control characters visible, because XML must not contain them. */
function inXml(text: string): string {
  return visible(text).replace(/[&<>"]/g, (character) => ENTITIES[character] ?? '');
}

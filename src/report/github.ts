import { visible } from '../escape.ts';
import type { Finding, Severity } from '../findings/finding.ts';
import type { CheckedFile } from '../findings/result.ts';
import type { ReportView } from './formatter.ts';
import { lastLineOf } from './last-line.ts';
import { plain } from './plain.ts';
import { fromRepository, STANDARD_INPUT } from './repository-path.ts';

const COMMANDS = { error: 'error', warning: 'warning', info: 'notice' } as const satisfies Record<
  Severity,
  string
>;

/** An annotation for each finding, as a workflow of GitHub shows it beside the lines of a change; then the plain lines. */
export function github(files: readonly CheckedFile[], { folder }: ReportView): string {
  const annotations = files.flatMap(({ findings }) => findings).map((finding) => annotation(finding, folder));
  return annotations.join('') + plain(files);
}

function annotation(finding: Finding, folder: string): string {
  const { rule, severity, message, line, column } = finding;
  const isInFile = finding.file !== STANDARD_INPUT;
  const place = isInFile ? placeOf(finding, folder) : [];
  const properties = [...place, ['title', `cmplan: ${rule}`]].map(
    ([name, value]) => `${name}=${inProperty(value ?? '')}`,
  );
  const said = isInFile ? message : `${line}:${column}: ${message}`;
  const data = inData(`${visible(said)}\ncmplan explain ${rule} says why`);
  return `::${COMMANDS[severity]} ${properties.join(',')}::${data}\n`;
}

/** Columns only within one line: the runner takes them for a mistake elsewhere. */
function placeOf(finding: Finding, folder: string): readonly (readonly [name: string, value: string])[] {
  const { file, line, column, endLine, endColumn } = finding;
  const lastLine = lastLineOf(finding);
  return [
    ['file', visible(fromRepository(file, folder))],
    ['line', String(line)],
    ['endLine', String(lastLine)],
    ...(lastLine === line ? ([['col', String(column)]] as const) : []),
    ...(endLine === line ? ([['endColumn', String(endColumn)]] as const) : []),
  ];
}

/** The runner takes `%` for the beginning of an escape, and a break for the end of the command. */
function inData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function inProperty(text: string): string {
  return inData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

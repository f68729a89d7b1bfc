import type { CheckedFile } from '../findings/checked-file.ts';
import { type Finding, type Severity, sentenceOf } from '../findings/finding.ts';
import { visible } from '../text/escape.ts';
import { STANDARD_INPUT } from '../workspace/files.ts';
import type { Sentence } from '../yaml/places.ts';
import type { ReportView } from './formatter.ts';
import { lastLineOf } from './last-line.ts';
import { plain } from './plain.ts';

const COMMANDS = { error: 'error', warning: 'warning', info: 'notice' } as const satisfies Record<
  Severity,
  string
>;

/**
 * Yields a GitHub annotation for each finding, which GitHub shows next to the line of the finding, and then the plain
 * report.
 */
export function* github(files: readonly CheckedFile[], { inRepository }: ReportView): Generator<string> {
  for (const { findings } of files) {
    for (const finding of findings) yield annotation(finding, inRepository);
  }
  yield* plain(files);
}

function annotation(finding: Finding, inRepository: ReportView['inRepository']): string {
  const { rule, severity, line, column } = finding;
  const message = sentenceOf(finding);
  const isInFile = finding.file !== STANDARD_INPUT;
  const place = isInFile ? placeOf(finding, inRepository(finding.file)) : [];
  const said = isInFile ? message : `${line}:${column}: ${message}`;
  const data = `${visible(said)}\ncmplan explain ${rule} says why`;
  return command(COMMANDS[severity], [...place, ['title', `cmplan: ${rule}`]], data);
}

function command(name: string, properties: readonly (readonly string[])[], data: string): string {
  const written = properties.map(([property, value = '']) => `${property}=${inProperty(value)}`);
  return `::${name} ${written.join(',')}::${inData(data)}\n`;
}

/**
 * Returns a GitHub annotation for a failure.
 *
 * @param sentence - says why something could not be done; if it has a place in a file, GitHub shows the annotation
 * there
 */
export function githubFailure(sentence: Sentence, { inRepository }: ReportView): string {
  const title = ['title', 'cmplan'];
  if (typeof sentence === 'string') return command('error', [title], visible(sentence));
  const { file, line, column, message } = sentence;
  const place = [
    ['file', inPath(inRepository(file))],
    ['line', String(line)],
    ['col', String(column)],
  ];
  return command('error', [...place, title], visible(message));
}

/**
 * Returns the place of a finding as properties of a command. Columns are left out if the place has several lines,
 * because GitHub would reject them.
 */
function placeOf(finding: Finding, path: string): readonly (readonly [name: string, value: string])[] {
  const { line, column, endLine, endColumn } = finding;
  const lastLine = lastLineOf(finding);
  return [
    ['file', inPath(path)],
    ['line', String(line)],
    ['endLine', String(lastLine)],
    ...(lastLine === line ? ([['col', String(column)]] as const) : []),
    ...(endLine === line ? ([['endColumn', String(endColumn)]] as const) : []),
  ];
}

/** Escapes the message of a command, in which `%` begins an escape, and a line break would end the command. */
function inData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function inProperty(text: string): string {
  return inData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

/**
 * Escapes a path for a command: invisible characters become visible, except line breaks, which commands can contain.
 */
function inPath(path: string): string {
  return path.replace(/[^\r\n]+/g, visible);
}

/** A command as the runner of GitHub's workflows reads it from a line of a log. */
export interface RunnerCommand {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly data: string;
}

const NAMES =
  'add-mask add-matcher add-path debug echo endgroup error group notice remove-matcher save-state set-env set-output stop-commands warning';
const KNOWN = new Set(NAMES.split(' '));

/**
 * Every command in a log, read as the runner does (`src/Runner.Common/ActionCommand.cs` in actions/runner): a line that
 * begins, white space aside, with `::name properties::data`, or has `##[name properties]data` anywhere.
 */
export function commandsIn(log: string): readonly RunnerCommand[] {
  return log.split(/\r\n|\n|\r/).flatMap((line) => newForm(line) ?? oldForm(line) ?? []);
}

function newForm(line: string): RunnerCommand | null {
  const trimmed = line.replace(/^[\s\x85]+/, '');
  const end = trimmed.indexOf('::', 2);
  if (!trimmed.startsWith('::') || end < 0) return null;
  const unescaped = (text: string, codes: string) =>
    codes.split(' ').reduce((sum, code) => sum.replaceAll(code, decodeURIComponent(code)), text);
  return command(trimmed.slice(2, end), ',', {
    data: unescaped(trimmed.slice(end + 2), '%0D %0A %25'),
    property: (text) => unescaped(text, '%0D %0A %3A %2C %25'),
  });
}

function oldForm(line: string): RunnerCommand | null {
  const start = line.indexOf('##[');
  const end = start < 0 ? -1 : line.indexOf(']', start);
  if (end < 0) return null;
  return command(line.slice(start + 3, end), ';', { data: line.slice(end + 1), property: String });
}

function command(
  info: string,
  separator: string,
  { data, property }: { data: string; property: (text: string) => string },
): RunnerCommand | null {
  const [name = '', ...rest] = info.split(' ');
  if (!KNOWN.has(name.toLowerCase())) return null;
  const pairs = rest.join(' ').trim().split(separator);
  const properties = pairs.flatMap((pair) => {
    const [key = '', ...value] = pair.split('=');
    return key === '' || value.length === 0 ? [] : [[key, property(value.join('='))]];
  });
  return { name: name.toLowerCase(), properties: Object.fromEntries(properties), data };
}

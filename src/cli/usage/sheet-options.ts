import { type Command, InvalidArgumentError, Option } from 'commander';
import { isTimeZone } from '../../dates.ts';
import { DATE_ORDERS } from '../../exchange/rows.ts';
import { COLUMN_ROLES, type ColumnRole } from '../../policy/sheet-columns.ts';
import { folded, listed, quoted } from '../../text/words.ts';
import { choiceOf, dayOf, oneOf } from './options.ts';

const GROUP = 'Options for sheets and calendars:';

/** Returns `command`, after adding the options that say how to read a sheet or a calendar, such as `--date-order`. */
export function withSheetOptions(command: Command): Command {
  const options = [
    new Option(
      '--date-order <order>',
      'dmy or mdy: whether the day or the month comes first in 11/12/2026',
    ).argParser(choiceOf('date-order', DATE_ORDERS)),
    new Option('--start <date>', 'the first day of a sheet that numbers its days or weeks').argParser(
      dayOf('start'),
    ),
    new Option('--year <year>', 'the year of dates that have none').argParser(yearOf),
    new Option(
      '--zone <word=zone>',
      'the time zone that a word such as EST stands for (repeatable)',
    ).argParser(zoneOf),
    new Option('--column <role=name>', 'what a column has in it, such as title=Tema (repeatable)').argParser(
      columnOf,
    ),
    new Option('--sheet <name>', 'the sheet of a workbook, or the list of a JSON file'),
    new Option('--encoding <name>', 'the encoding of a text file, such as windows-1251 (default: UTF-8)'),
  ];
  return options.reduce((built, option) => built.addOption(option.helpGroup(GROUP)), command);
}

/**
 * Returns `command`, after adding the options `--from` and `--to`, which limit the days of a sheet.
 *
 * @param what - what happens to the days between these two, such as `is checked`
 */
export function withSheetDays(command: Command, what: string): Command {
  return (['from', 'to'] as const).reduce((built, end) => {
    const which = end === 'from' ? 'first' : 'last';
    const description = `the ${which} day of a sheet that ${what} (default: that of its ${which} post)`;
    const option = new Option(`--${end} <date>`, description).argParser(dayOf(end)).helpGroup(GROUP);
    return built.addOption(option);
  }, command);
}

/**
 * Reads a year of four digits.
 *
 * @throws {InvalidArgumentError} for any other string
 */
function yearOf(text: string): number {
  if (/^[12]\d{3}$/.test(text)) return Number(text);
  throw new InvalidArgumentError(`--year: ${quoted(text)} is not a year; write four digits, such as 2026`);
}

/** Reads a value of `--zone`, an option that may be repeated. Returns the earlier values with the new one added. */
function zoneOf(
  text: string,
  earlier: readonly (readonly [string, string])[] = [],
): readonly (readonly [word: string, zone: string])[] {
  const [word, zone] = pairIn(text, '--zone', 'a word and its time zone, such as EST=America/New_York');
  if (isTimeZone(zone)) return [...earlier, [folded(word), zone]];
  throw new InvalidArgumentError(
    `--zone: ${quoted(zone)} is not a time zone; write its IANA name, such as ${word}=America/New_York`,
  );
}

/** Reads a value of `--column`, an option that may be repeated. Returns the earlier values with the new one added. */
function columnOf(
  text: string,
  earlier: readonly (readonly [ColumnRole, string])[] = [],
): readonly (readonly [role: ColumnRole, name: string])[] {
  const [role, name] = pairIn(text, '--column', 'what the column has and its name, such as title=Tema');
  const known = oneOf(role, COLUMN_ROLES, `--column: ${quoted(role)} is not what a column can have`);
  const others = earlier.filter(([each]) => each === known);
  if (others.length === 0) return [...earlier, [known, name]];
  throw new InvalidArgumentError(
    `--column: ${listed([...others.map(([, other]) => quoted(other)), quoted(name)], 'and')} cannot both be the ${known}; name one`,
  );
}

/** Splits a pair such as `first=second` at its first equals sign. Throws an `InvalidArgumentError` for any other string. */
function pairIn(
  text: string,
  option: string,
  wanted: string,
  pattern = /^([^=]+)=(.+)$/s,
): readonly [string, string] {
  const [, first = '', second = ''] = pattern.exec(text) ?? [];
  if (first.trim() !== '' && second.trim() !== '') return [first.trim(), second.trim()];
  throw new InvalidArgumentError(`${option}: ${quoted(text)} is not ${wanted}`);
}

/**
 * Reads one value of `--category`, an option that may be repeated. Returns `earlier`, the names and categories of the
 * values before it, with the new name and category added.
 *
 * @throws {InvalidArgumentError} if `text` is not a name and a category, or if the name already has another category
 */
export function categoryOf(
  text: string,
  earlier: ReadonlyMap<string, string> = new Map(),
): ReadonlyMap<string, string> {
  const [name, category] = pairIn(
    text,
    '--category',
    'a name in the sheet and its category, such as "Product=branded"',
    // A name in a sheet may have the sign in it.
    /^(.+)=([^=]+)$/s,
  );
  const other = earlier.get(name) ?? category;
  if (other === category) return new Map([...earlier, [name, category]]);
  throw new InvalidArgumentError(
    `--category: ${quoted(name)} cannot be both ${quoted(other)} and ${quoted(category)}; keep one`,
  );
}

/**
 * Reads one value of an option that may be repeated, such as `--drop`. Returns `earlier`, the values before it, followed
 * by `name`.
 */
export function namesOf(name: string, earlier: readonly string[] = []): readonly string[] {
  return [...earlier, name];
}

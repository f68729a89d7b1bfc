import { folded, listed, quoted } from '../../text/words.ts';
import { UnreadableSchedule } from '../rows.ts';

/**
 * What a column of a sheet can contain, with the names in lower case by which such a column is recognised. See also
 * `OTHER_NAMES`.
 */
const NAMES = {
  date: ['date', 'дата', 'posting time', 'date and time', 'datetime', 'дата и время', 'дата і час'],
  time: ['time', 'время', 'час'],
  channel: ['channel', 'channels', 'канал', 'каналы', 'канали', 'соцсеть', 'соцмережа'],
  category: ['category', 'рубрика', 'категория', 'категорія'],
  label: ['label', 'labels', 'метка', 'метки', 'мітка', 'мітки'],
  tags: ['tag', 'tags', 'hashtags', 'тег', 'теги', 'хэштеги', 'хештеги'],
  format: ['format', 'формат'],
  title: ['title', 'тема', 'заголовок'],
  text: ['text', 'текст'],
  status: ['status', 'статус'],
  id: ['id'],
  media: ['image url', 'media'],
} as const;
/** The role of a column in a sheet: what it contains, such as dates or titles. */
export type Role = keyof typeof NAMES;

/**
 * Names that particular tools use for these columns. They count only if no column of the sheet has a name listed above.
 */
const OTHER_NAMES: Readonly<Partial<Record<Role, readonly string[]>>> = {
  date: ['start date', 'publish date', 'scheduled date', 'post date'],
  time: ['start time', 'publish time', 'scheduled time', 'post time'],
  title: ['name', 'subject', 'headline', 'назва', 'название'],
  text: ['caption', 'message', 'content', 'description', 'post text'],
};

const rolesOf = (names: Readonly<Partial<Record<Role, readonly string[]>>>): ReadonlyMap<string, Role> =>
  new Map(
    (Object.keys(names) as Role[]).flatMap((role) =>
      (names[role] ?? []).map((name) => [name, role] as const),
    ),
  );

const ROLES = rolesOf(NAMES);
const OTHER_ROLES = rolesOf(OTHER_NAMES);

/** The usual names of a date column, in lower case, without those that only particular tools use. */
export const DATE_NAMES: readonly string[] = NAMES.date;

/** The role of each column of a sheet, from left to right; undefined for a column that is not read. */
export type Header = readonly (Role | undefined)[];

/** Reads the cells of a line as the header of a sheet. Returns null if no cell names a date column. */
export function headerOf(cells: readonly string[]): Header | null {
  const names = cells.map(bareName);
  const known = names.map((name) => ROLES.get(name));
  const header = known.map((role, column) => {
    const other = OTHER_ROLES.get(names[column] ?? '');
    return role ?? (other !== undefined && !known.includes(other) ? other : undefined);
  });
  return header.includes('date') ? header : null;
}

/** Whether a line is the header of a sheet: it has at least two cells, and at least one cell names a date column. */
export function isHeaderLine(line: string): boolean {
  return DELIMITERS.some((delimiter) => {
    const cells = line.split(delimiter, MOST_NAMES);
    return cells.length > 1 && headerOf(cells) !== null;
  });
}

/** The characters that may separate the cells of a sheet. */
export const DELIMITERS: readonly string[] = [',', ';', '\t'];
/** Only this many cells at the beginning of a line are searched for the names of columns. */
const MOST_NAMES = 100;

const LONGEST_NAME = 80;
/** Matches signs around a name, and brackets after it: `* Date (Kyiv):`. */
const DECORATION = /^[^\p{L}]+|[^\p{L}]*\([^()]*\)[^\p{L}]*$|[^\p{L}]+$/gu;

function bareName(cell: string): string {
  return cell.length > LONGEST_NAME ? '' : folded(cell).replace(DECORATION, '');
}

/** The roles of columns that have the contents of a post, or the id of a post. */
export const CONTENTS: readonly Role[] = ['title', 'text', 'media', 'id'];

/**
 * Refuses a sheet that seems to have the contents of its posts in a column that cmplan does not read.
 *
 * @param cells - the cells of the header
 * @throws {UnreadableSchedule} if no column is one of `CONTENTS`, and there is a named column that cmplan does not read
 */
export function refuseWordless(header: Header, cells: readonly string[]): void {
  if (header.some((role) => role !== undefined && CONTENTS.includes(role))) return;
  const strangers = cells
    .map((cell) => cell.trim())
    .filter((cell, column) => cell !== '' && header[column] === undefined);
  if (strangers.length === 0) return;
  throw new UnreadableSchedule(
    `has no column for the words of its posts; rename the one that has them to "title" or "text"; the columns are ${listed(strangers, 'and', quoted)}`,
  );
}

/**
 * Refuses a sheet in which it is not clear which of two columns counts.
 *
 * @param cells - the cells of the header
 * @throws {UnreadableSchedule} if two columns have the same name or the same kind of contents
 */
export function refuseDoubles(header: Header, cells: readonly string[]): void {
  const names = cells.map((cell) => cell.trim());
  const kinds = names.map((name, column) => header[column] ?? folded(name.slice(0, LONGEST_NAME)));
  const second = kinds.findIndex((kind, column) => kind !== '' && kinds.indexOf(kind) < column);
  const kind = kinds[second];
  if (kind === undefined) return;
  const named = (column: number) => `${quoted(names[column] ?? '')} (column ${column + 1})`;
  const what = header[second] === undefined ? 'of the same name' : `for the ${kind}`;
  throw new UnreadableSchedule(
    `has two columns ${what}: ${named(kinds.indexOf(kind))} and ${named(second)}; delete or rename one of them`,
  );
}

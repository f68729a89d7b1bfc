import { folded, quoted } from '../words.ts';
import { UnreadableSchedule } from './model.ts';

/** What a column of a sheet can hold, and the names that it goes by, folded. */
const NAMES = {
  date: ['date', 'дата', 'posting time', 'date and time', 'datetime', 'дата и время', 'дата і час'],
  time: ['time', 'время', 'час'],
  channel: ['channel', 'channels', 'канал', 'каналы', 'канали', 'соцсеть', 'соцмережа'],
  category: ['category', 'рубрика', 'категория', 'категорія'],
  label: ['label', 'labels', 'метка', 'мітка'],
  tags: ['tag', 'tags', 'теги'],
  format: ['format', 'формат'],
  title: ['title', 'тема', 'заголовок'],
  text: ['text', 'текст'],
  status: ['status', 'статус'],
  id: ['id'],
  media: ['image url', 'media'],
} as const;
export type Role = keyof typeof NAMES;

const ROLES: ReadonlyMap<string, Role> = new Map(
  (Object.keys(NAMES) as Role[]).flatMap((role) => NAMES[role].map((name) => [name, role] as const)),
);

/** The names of columns with dates. */
export const DATE_NAMES: readonly string[] = NAMES.date;

/** What each column of a sheet holds; undefined for what the program does not look at. */
export type Header = readonly (Role | undefined)[];

/** Looks at a record as a header; null where it names no column with dates. */
export function headerOf(cells: readonly string[]): Header | null {
  const header = cells.map(roleOf);
  return header.includes('date') ? header : null;
}

const LONGEST_NAME = Math.max(...[...ROLES.keys()].map((name) => name.length));

function roleOf(cell: string): Role | undefined {
  const name = cell.trim();
  return name.length > 2 * LONGEST_NAME ? undefined : ROLES.get(folded(name));
}

/** @throws UnreadableSchedule where a header names two columns that hold the same kind of thing */
export function refuseDoubles(header: Header, cells: readonly string[]): void {
  const second = header.findIndex((role, column) => role !== undefined && header.indexOf(role) < column);
  const role = header[second];
  if (role === undefined) return;
  const named = (column: number) => `${quoted((cells[column] ?? '').trim())} (column ${column + 1})`;
  throw new UnreadableSchedule(
    `has two columns for the ${role}: ${named(header.indexOf(role))} and ${named(second)}; keep one, or rename the other`,
  );
}

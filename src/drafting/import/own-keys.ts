import { plainCell } from '../../exchange/read/row.ts';
import type { Schedule, ScheduledIdea } from '../../exchange/rows.ts';
import type { ColumnRole } from '../../policy/sheet-columns.ts';
import { folded } from '../../text/words.ts';
import { unguarded } from './cells.ts';

/** The most characters of a name of a column that become part of a key. */
const LONGEST_KEY = 80;
const OWN = 'x-';

/**
 * Chooses keys such as `x-campaign`, under which a plan keeps the cells of a sheet that fit none of its regular keys.
 */
export class OwnKeys {
  /** The columns that the user wants to leave out, by their indexes from 0. */
  private readonly dropped: ReadonlySet<number>;
  private readonly unread: Schedule['unread'];
  private readonly keys = new Map<number | string, string>();
  private readonly taken = new Set<string>();

  /** @param dropped - the indexes, from 0, of the columns that the user wants to leave out */
  constructor(schedule: Schedule, dropped: ReadonlySet<number>) {
    this.dropped = dropped;
    const kept = schedule.unread.filter(({ column }) => !dropped.has(column));
    this.unread = kept.filter(
      ({ name, column }) => folded(name) !== 'place' || !saysPlaces(schedule, column),
    );
    // A name that is a key already keeps it, wherever its column stands.
    const keysFirst = [...this.unread].sort((a, b) => Number(isKey(b.name)) - Number(isKey(a.name)));
    for (const { column, name } of keysFirst) this.name(column, ownKey(name, column));
    for (const name of ['status', 'categories']) this.name(name, OWN + name);
    for (const [column, name] of schedule.columns.entries()) {
      if (!this.keys.has(column)) this.name(column, ownKey(plainCell(name), column));
    }
  }

  /** The columns that cmplan does not read but keeps in the plan: the name of each, and its key in the plan. */
  get unreadColumns(): readonly { readonly name: string; readonly key: string }[] {
    return this.unread.map(({ name, column }) => ({ name, key: this.keys.get(column) ?? '' }));
  }

  /**
   * Whether the user wants to leave out the column from which the part `role` of a row was read. False if no column
   * was.
   */
  isDropped({ columns }: ScheduledIdea, role: ColumnRole): boolean {
    return this.dropped.has(columns.get(role) ?? -1);
  }

  /** The key for a status that is written in words that cmplan does not know. */
  get status(): string {
    return this.keys.get('status') ?? '';
  }

  /** The key for the categories of an entry in a calendar. */
  get categories(): string {
    return this.keys.get('categories') ?? '';
  }

  /**
   * Returns the cells of a row in columns that cmplan does not read, each with its key. Leaves out empty cells, and
   * cells that were read in place of an empty title or text.
   */
  unreadIn(row: ScheduledIdea): readonly (readonly [key: string, cell: string])[] {
    return this.unread.flatMap(({ column, isFallback }) => {
      const cell = unguarded(plainCell(row.cells[column] ?? ''));
      const isRead =
        isFallback && [row.title, row.text].some((words) => words === plainCell(row.cells[column] ?? ''));
      return cell === '' || isRead ? [] : [[this.keys.get(column) ?? '', cell] as const];
    });
  }

  /**
   * Returns the key and the contents of the cell that a row has for `role`, as a list of one. Empty if there is no such
   * cell, if it is empty, or if the user wants to leave its column out.
   */
  cellOf(row: ScheduledIdea, role: ColumnRole): readonly (readonly [key: string, cell: string])[] {
    const column = row.columns.get(role);
    const cell = column === undefined ? '' : unguarded(plainCell(row.cells[column] ?? ''));
    if (column === undefined || cell === '' || this.dropped.has(column)) return [];
    return [[this.keys.get(column) ?? '', cell]];
  }

  /** Gives a key to a column or to something else. Keys after the first with the same name end with a number. */
  private name(of: number | string, key: string): void {
    let unique = key;
    for (let number = 2; this.taken.has(unique); number++) unique = `${key}-${number}`;
    this.taken.add(unique);
    this.keys.set(of, unique);
  }
}

function isKey(name: string): boolean {
  return name.startsWith(OWN) && name !== OWN;
}

/** Returns the key for a column by its name. A name that already begins with `x-` is the key. */
function ownKey(name: string, column: number): string {
  const short = name.slice(0, LONGEST_KEY);
  if (short.startsWith(OWN) && short !== OWN) return short;
  const words = short.toLowerCase().replace(/[^\p{L}\p{M}\p{N}]+/gu, '-');
  const bare = words.replace(/^-|-$/g, '');
  return `${OWN}${bare === '' ? `column-${column + 1}` : bare}`;
}

/**
 * Whether every filled cell of a column names the part of a plan into which its row goes. A column that says otherwise
 * even once must be kept, or what it says would be lost in silence.
 */
function saysPlaces({ rows, ideas }: Schedule, column: number): boolean {
  const allSay = (part: readonly ScheduledIdea[], place: string) =>
    part.every(({ cells }) => ['', place].includes(plainCell(cells[column] ?? '')));
  return allSay(rows, 'posts') && allSay(ideas, 'backlog');
}

import { isOfBacklog } from '../../exchange/read/status-words.ts';
import type { ScheduledIdea, ScheduledRow } from '../../exchange/rows.ts';
import type { ColumnRole } from '../../policy/sheet-columns.ts';
import { filledOf, folded } from '../../text/words.ts';
import { LONGEST_NAME } from '../../yaml/fields.ts';
import { unguarded } from './cells.ts';
import type { OwnKeys } from './own-keys.ts';
import type { PlacedPost } from './sheet-names.ts';

/** A key of a post in a plan, with its value. */
export type PostEntry = readonly [key: string, value: string | true | readonly string[]];

/** The most values that a list in a post may have. */
const MOST_VALUES = 1_000;

/** The roles that say when a post goes out, which an idea keeps under keys of its own. */
const DAY_ROLES: readonly ColumnRole[] = ['date', 'week', 'day', 'time'];

/** Turns rows of a sheet into posts of a plan, each as a list of keys and values. */
export class PostEntries {
  private readonly keys: OwnKeys;
  private readonly channels: readonly string[];

  /**
   * @param channels - the names of all channels of the plan. If there are several, a post names those that it is for
   */
  constructor(keys: OwnKeys, channels: readonly string[]) {
    this.keys = keys;
    this.channels = channels;
  }

  /** Returns the keys and values of a post that goes out on a day, or of an open slot. */
  ofRow(row: ScheduledRow, placed: PlacedPost): readonly PostEntry[] {
    const time: readonly PostEntry[] = row.time === null ? [] : [['time', row.time]];
    // What could not be read as a time stays.
    const oddTime = row.time === null ? this.keys.cellOf(row, 'time') : [];
    return [...time, ...this.ofWords(row, placed), ...oddTime];
  }

  /** Returns the keys and values of an idea for the backlog. */
  ofIdea(row: ScheduledIdea, placed: PlacedPost): readonly PostEntry[] {
    return [...this.ofWords(row, placed), ...DAY_ROLES.flatMap((role) => this.keys.cellOf(row, role))];
  }

  private ofWords(row: ScheduledIdea, { channels, category }: PlacedPost): readonly PostEntry[] {
    const isOnlyOne = this.channels.length <= 1 && channels.every((name) => this.channels.includes(name));
    const format = this.name(row, 'format');
    const id = this.name(row, 'id');
    const named: readonly (PostEntry | null)[] = [
      isOnlyOne || channels.length === 0
        ? null
        : channels.length === 1
          ? ['channel', channels[0] ?? '']
          : ['channels', channels],
      entry('category', category),
      entry('format', format),
      entry('title', row.title),
      entry('text', row.text),
      entry('status', this.status(row)),
      ...(['owner', 'link'] as const).map((role) => entry(role, this.kept(row, role))),
      this.listOf(row, 'media', /[;|\n]|, /),
      this.listOf(row, 'tags', /[,;|\n]/),
      entry('notes', this.kept(row, 'notes')),
      entry('id', id),
      row.unplanned && !this.keys.isDropped(row, 'unplanned') ? ['unplanned', true] : null,
    ];
    return [...named.filter((each) => each !== null), ...this.leftOver(row, { category, format, id })];
  }

  /** What a row has beyond the keys of a plan, under keys of its own. */
  private leftOver(
    row: ScheduledIdea,
    written: { readonly category: string | null; readonly format: string | null; readonly id: string | null },
  ): readonly PostEntry[] {
    const { keys } = this;
    const unless = (isWritten: boolean, role: ColumnRole) => (isWritten ? [] : keys.cellOf(row, role));
    const isCalendar = row.cells.length === 0;
    return [
      ...unless(
        row.category !== null && folded(unguarded(row.category)) === folded(written.category ?? ''),
        'category',
      ),
      ...keys.cellOf(row, 'label'),
      ...unless(written.format !== null, 'format'),
      ...unless(written.id !== null, 'id'),
      ...(isCalendar && row.labels.length > 0 ? [[keys.categories, row.labels] as const] : []),
      ...(row.status === null &&
      row.statusWord !== null &&
      !isOfBacklog(row.statusWord) &&
      !keys.isDropped(row, 'status')
        ? [[keys.status, unguarded(row.statusWord)] as const]
        : []),
      ...keys.unreadIn(row),
    ];
  }

  private status(row: ScheduledIdea): string | null {
    const status = row.status ?? (row.isOut ? 'published' : row.goesOut ? null : 'cancelled');
    return status === 'draft' || this.keys.isDropped(row, 'status') ? null : status;
  }

  /** The text of a row for a key; null if there is none, or it is to be left out. */
  private kept(row: ScheduledIdea, role: 'owner' | 'link' | 'notes' | 'format' | 'id'): string | null {
    const text = row[role];
    return text === null || this.keys.isDropped(row, role) ? null : text;
  }

  /** As `kept`, but null for a text that is too long for a name. */
  private name(row: ScheduledIdea, role: 'format' | 'id'): string | null {
    const text = this.kept(row, role);
    return text !== null && text.length > LONGEST_NAME ? null : text;
  }

  /** The values of a row for a key with a list; as one text, under a key of its own, if there are too many of them. */
  private listOf(row: ScheduledIdea, role: 'media' | 'tags', separators: RegExp): PostEntry | null {
    if (row[role].length === 0 || this.keys.isDropped(row, role)) return null;
    const [whole] = this.keys.cellOf(row, role);
    const values = whole === undefined ? row[role] : filledOf(whole[1].split(separators, MOST_VALUES + 1));
    return whole === undefined || values.length <= MOST_VALUES ? [role, values.map(unguarded)] : whole;
  }
}

function entry(key: string, text: string | null): PostEntry | null {
  return text === null ? null : [key, unguarded(text)];
}

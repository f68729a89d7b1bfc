import { folded } from '../words.ts';
import type { Role } from './header.ts';
import type { ScheduledRow } from './model.ts';
import type { Moment } from './moment.ts';

/** A row with a cell for each column of the header. */
export interface Row {
  /** On which it begins, from 1. */
  readonly line: number;
  /** The cell of a column, without the white space around it; empty where there is no such column. */
  readonly cell: (role: Role) => string;
}

/** What a post that does not go out is called, folded, with a space for each underscore and hyphen. */
const HELD_BACK = new Set([
  ...['cancelled', 'canceled', 'on hold', 'paused'],
  ...['отменён', 'отменен', 'отменена', 'отменено', 'отмена', 'на паузе', 'приостановлено', 'отложено'],
  ...['скасовано', 'скасований', 'на паузі', 'призупинено', 'відкладено'],
]);
const LONGEST_STATUS = 40;

/** What a row says of its post. */
export function scheduledRow({ line, cell }: Row, { date, time }: Moment): ScheduledRow {
  return {
    line,
    date,
    time,
    channels: cell('channel')
      .split(/[,;|\n]/)
      .map(trimmed)
      .filter(isFilled),
    category: orNull(cell('category')),
    labels: labelsOf(cell),
    title: orNull(cell('title')),
    text: orNull(cell('text')),
    id: orNull(cell('id')),
    goesOut: goesOut(cell('status')),
  };
}

function labelsOf(cell: Row['cell']): readonly string[] {
  const tags = cell('tags').split(/[,;|]/);
  return [cell('label'), ...tags.map((tag) => tag.trim().replace(/^#/, '')), cell('format')]
    .map(trimmed)
    .filter(isFilled);
}

function goesOut(status: string): boolean {
  return status.length > LONGEST_STATUS || !HELD_BACK.has(folded(status.replace(/[_-]/g, ' ')));
}

function trimmed(text: string): string {
  return text.trim();
}

function isFilled(text: string): boolean {
  return text !== '';
}

function orNull(text: string): string | null {
  return text === '' ? null : text;
}

import { filledOf, folded, quoted } from '../../text/words.ts';
import { LONGEST_NAME } from '../../yaml/fields.ts';
import type { ScheduledRow } from '../rows.ts';
import type { Role } from './header.ts';
import type { Moment } from './moment.ts';

/** A row of a sheet, with a cell for each column of the header. */
export interface Row {
  /** The line on which the row begins, from 1. */
  readonly line: number;
  /** Returns the cell in the column with a role, without white space around it; empty if there is no such column. */
  readonly cell: (role: Role) => string;
  /** All cells of the row, unchanged. */
  readonly cells: readonly string[];
}

/** The statuses of posts that do not go out, as returned by `bareStatus`. */
const HELD_BACK = statusesIn(
  'cancelled, canceled, on hold, paused, postponed, skipped, archived, deleted',
  'rejected, declined, not approved, failed, error',
  'отменён, отменен, отменена, отменено, отмена, на паузе, пауза, приостановлено, отложено',
  'отклонено, удалено, снято',
  'скасовано, скасований, відмінено, на паузі, призупинено, відкладено, відхилено, видалено',
);

/** The statuses of posts that have gone out. */
const OUT = statusesIn('published, posted, sent, live', 'опубликовано, вышло, опубліковано, вийшло');

/** The statuses of posts that will go out. */
const GOING_OUT = statusesIn(
  '',
  'idea, planned, draft, in progress, in review, pending, pending approval, ready, approved',
  'scheduled, queued, confirmed, tentative, done, not started',
  'идея, в плане, запланировано, черновик, в работе, на проверке, готово, утверждено, согласовано',
  'ідея, заплановано, чернетка, в роботі, на перевірці, затверджено, погоджено',
);
const LONGEST_STATUS = 40;

function statusesIn(...lists: readonly string[]): ReadonlySet<string> {
  return new Set(lists.flatMap((list) => list.split(', ')));
}

/** Returns the post that a row of a sheet describes. */
export function scheduledRow({ line, cell, cells }: Row, { date, time }: Moment): ScheduledRow {
  return {
    line,
    date,
    time,
    channels: channelsIn(cell('channel')),
    category: orNull(cell('category')),
    labels: labelsOf(cell),
    title: orNull(cell('title')),
    text: orNull(cell('text')),
    id: knownId(orNull(cell('id'))),
    goesOut: !HELD_BACK.has(bareStatus(cell('status'))),
    isOut: OUT.has(bareStatus(cell('status'))),
    cells,
  };
}

/** Returns the id, or null for an id that is longer than the id of a post in a plan can be. */
export function knownId(id: string | null): string | null {
  return id !== null && id.length > LONGEST_NAME ? null : id;
}

/** The most channels of a row that are read; a plan has no more. */
const MOST_CHANNELS = 1_000;

/** The names in a cell of channels, each once. */
function channelsIn(cell: string): readonly string[] {
  return [...new Set(filledOf(cell.split(/[,;|\n]/, MOST_CHANNELS)))];
}

/** The most labels or tags of a post that are read: as many as Instagram allows hashtags. */
export const MOST_LABELS = 30;

function labelsOf(cell: Row['cell']): readonly string[] {
  const tags = cell('tags').split(/[,;|]/, MOST_LABELS);
  return filledOf([cell('label'), ...tags.map((tag) => tag.trim().replace(/^#/, '')), cell('format')]);
}

/** Returns a remark that a status is unknown, and how the post counts; null if the status is known. */
export function noteOnStatus(status: string): string | null {
  const bare = bareStatus(status);
  if ([HELD_BACK, OUT, GOING_OUT].some((known) => known.has(bare))) return null;
  return `${quoted(status)} is not a known status, so the post counts as one that goes out; write cancelled if it does not`;
}

/** A status in a uniform way: `on hold` for `On_hold!`. */
function bareStatus(status: string): string {
  const words = folded(status.slice(0, LONGEST_STATUS).replace(/[_-]/g, ' '));
  return words.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
}

function orNull(text: string): string | null {
  return text === '' ? null : text;
}

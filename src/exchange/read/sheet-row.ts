import { letsGoOut } from '../../plan/plan.ts';
import { filledOf, quoted } from '../../text/words.ts';
import { LONGEST_NAME } from '../../yaml/fields.ts';
import type { ScheduledIdea, ScheduledRow } from '../rows.ts';
import type { Moment } from './moment.ts';
import type { Row } from './row.ts';
import { statusNamed } from './status-words.ts';
import { yesOrNo } from './yes-or-no.ts';

/** The channels that the post of a row is for. */
export interface RowChannels {
  /** The names of the channels, as written; empty if the row names none. */
  readonly channels: readonly string[];
  /** The format that is named beside a channel, as `Reels` in `Instagram (Reels)`; null if there is none. */
  readonly format: string | null;
}

/**
 * Returns the post that a row of a sheet describes.
 *
 * @param columns - the index, from 0, of the cell with each part of the post, such as `title`
 */
export function scheduledRow(
  row: Row,
  { date, time }: Moment,
  channels: RowChannels,
  columns: ScheduledRow['columns'],
): ScheduledRow {
  return { ...scheduledIdea(row, channels, columns), date, time };
}

/**
 * Returns what a row of a sheet says about a post, apart from the day and the time.
 *
 * @param columns - the index, from 0, of the cell with each part of the post, such as `title`
 */
export function scheduledIdea(
  { line, cell, cells }: Row,
  { channels, format }: RowChannels,
  columns: ScheduledRow['columns'],
): ScheduledIdea {
  const isDraft = yesOrNo(cell('draft'));
  // Where drafts have a column of their own, what is none is ready.
  const status =
    isDraft === true ? 'draft' : (statusNamed(cell('status')) ?? (isDraft === null ? null : 'approved'));
  const itsFormat = orNull(cell('format')) ?? format;
  const tags = filledOf(cell('tags').split(/[,;|\n]/, MOST_LABELS));
  return {
    line,
    channels,
    category: orNull(cell('category')),
    labels: filledOf([cell('label'), itsFormat ?? '', ...tags.map((tag) => tag.replace(/^#/, ''))]),
    format: itsFormat,
    title: orNull(cell('title')),
    text: orNull(cell('text')),
    id: knownId(orNull(cell('id'))),
    owner: orNull(cell('owner')),
    link: orNull(cell('link')),
    notes: orNull(cell('notes')),
    media: filledOf(cell('media').split(/[;|\n]|, /, MOST_MEDIA)),
    tags,
    statusWord: orNull(cell('status')),
    status,
    unplanned: yesOrNo(cell('unplanned')) === true,
    goesOut: (status === null || letsGoOut(status)) && isDraft !== true,
    isOut: status === 'published',
    cells,
    columns,
  };
}

/** Returns `id`; null if `id` is longer than the id of a post in a plan may be. */
export function knownId(id: string | null): string | null {
  return id !== null && id.length > LONGEST_NAME ? null : id;
}

/** The most labels or tags of a post that are read: as many as Instagram allows hashtags. */
export const MOST_LABELS = 30;

/** The most media of a post that are read: more than any network takes. */
const MOST_MEDIA = 100;

/**
 * Returns a remark that `status` is unknown, and that the post therefore counts as one that goes out; null if `status`
 * is known, empty or a dash.
 */
export function noteOnStatus(status: string): string | null {
  // A dash is an empty cell.
  if (/^[-\u2013\u2014.\s]*$/.test(status) || statusNamed(status) !== null) return null;
  return `${quoted(status)} is not a known status, so the post counts as one that goes out; write cancelled if it does not`;
}

function orNull(text: string): string | null {
  return text === '' ? null : text;
}

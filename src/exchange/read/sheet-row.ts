import { letsGoOut } from '../../plan/plan.ts';
import { filledOf, quoted } from '../../text/words.ts';
import { LONGEST_NAME } from '../../yaml/fields.ts';
import type { ScheduledRow } from '../rows.ts';
import type { Moment } from './moment.ts';
import type { Row } from './row.ts';
import { statusNamed } from './status-words.ts';
import { yesOrNo } from './yes-or-no.ts';

/** For which channels the post of a row is. */
export interface RowChannels {
  readonly channels: readonly string[];
  /** The format that stands beside a channel; null if there is none. */
  readonly format: string | null;
}

/** Returns the post that a row of a sheet describes. */
export function scheduledRow(
  { line, cell, cells }: Row,
  { date, time }: Moment,
  { channels, format }: RowChannels,
  columns: ScheduledRow['columns'],
): ScheduledRow {
  const status = yesOrNo(cell('draft')) === true ? 'draft' : statusNamed(cell('status'));
  const itsFormat = orNull(cell('format')) ?? format;
  const tags = tagsIn(cell('tags'));
  return {
    line,
    date,
    time,
    channels,
    category: orNull(cell('category')),
    labels: filledOf([cell('label'), itsFormat ?? '', ...tags]),
    format: itsFormat,
    title: orNull(cell('title')),
    text: orNull(cell('text')),
    id: knownId(orNull(cell('id'))),
    status,
    unplanned: yesOrNo(cell('unplanned')) === true,
    goesOut: (status === null || letsGoOut(status)) && yesOrNo(cell('draft')) !== true,
    isOut: status === 'published',
    cells,
    columns,
  };
}

/** Returns the id, or null for an id that is longer than the id of a post in a plan can be. */
export function knownId(id: string | null): string | null {
  return id !== null && id.length > LONGEST_NAME ? null : id;
}

/** The most labels or tags of a post that are read: as many as Instagram allows hashtags. */
export const MOST_LABELS = 30;

function tagsIn(cell: string): readonly string[] {
  return filledOf(cell.split(/[,;|]/, MOST_LABELS).map((tag) => tag.trim().replace(/^#/, '')));
}

/** Returns a remark that a status is unknown, and how the post counts; null if the status is known or empty. */
export function noteOnStatus(status: string): string | null {
  if (status.replace(/[^\p{L}]/gu, '') === '' || statusNamed(status) !== null) return null;
  return `${quoted(status)} is not a known status, so the post counts as one that goes out; write cancelled if it does not`;
}

function orNull(text: string): string | null {
  return text === '' ? null : text;
}

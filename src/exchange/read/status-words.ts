import type { Status } from '../../plan/plan.ts';
import { folded } from '../../text/words.ts';

/** The words by which people say how far a post has come, for each status of a plan. */
const WORDS: Readonly<Record<Status, readonly string[]>> = {
  draft: [
    'idea, planned, draft, in progress, not started, tentative, to do, todo, writing',
    'идея, в плане, черновик, в работе, ідея, чернетка, в роботі',
  ],
  in_review: [
    'in review, review, pending, pending approval, needs review, needs approval',
    'на проверке, на согласовании, на перевірці, на погодженні',
  ],
  approved: ['ready, approved, confirmed, done, готово, утверждено, согласовано, затверджено, погоджено'],
  scheduled: ['scheduled, queued, запланировано, заплановано'],
  published: ['published, posted, sent, live, опубликовано, вышло, опубліковано, вийшло'],
  on_hold: [
    'on hold, paused, postponed, not approved, failed, error',
    'на паузе, пауза, приостановлено, отложено, на паузі, призупинено, відкладено',
  ],
  cancelled: [
    'cancelled, canceled, skipped, archived, deleted, rejected, declined',
    'отменён, отменен, отменена, отменено, отмена, отклонено, удалено, снято',
    'скасовано, скасований, відмінено, відхилено, видалено',
  ],
};

const MEANINGS: ReadonlyMap<string, Status> = new Map(
  Object.entries(WORDS).flatMap(([status, lists]) =>
    lists
      .join(', ')
      .split(', ')
      .map((word) => [word, status as Status] as const),
  ),
);

const LONGEST_STATUS = 40;

/**
 * Returns the status of a plan that a cell such as `On_hold!` or `Опубликовано` stands for; null for an empty cell, and
 * for words that cmplan does not know.
 */
export function statusNamed(cell: string): Status | null {
  const found = MEANINGS.get(bareWords(cell));
  if (found !== undefined || !cell.includes('/')) return found ?? null;
  // In a sheet in two languages each half says the same.
  const [first, ...others] = cell.split('/').map((half) => MEANINGS.get(bareWords(half)));
  return first !== undefined && others.every((each) => each === first) ? first : null;
}

const BACKLOG: ReadonlySet<string> = new Set(['backlog', 'бэклог', 'беклог']);

/**
 * Whether a status is the word "backlog", in English, Russian or Ukrainian. A row with this status is an idea without a
 * day, even if it has a date.
 */
export function isOfBacklog(cell: string): boolean {
  return BACKLOG.has(bareWords(cell));
}

/** A status in a uniform way: `on hold` for `On_hold!`. */
function bareWords(cell: string): string {
  const words = folded(cell.slice(0, LONGEST_STATUS).replace(/[_-]/g, ' '));
  return words.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
}

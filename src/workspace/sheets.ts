import { type CheckTerms, checkPlan } from '../check/check-plan.ts';
import { checkSheet } from '../check/check-sheet.ts';
import { mondayOf, todayIn, weekOf } from '../dates.ts';
import { scheduleReader } from '../exchange/read/read-schedule.ts';
import { noteSentences, remarkSentences, unreadSentences } from '../exchange/reading-notes.ts';
import { type Schedule, type SkippedLine, UnreadableSchedule } from '../exchange/rows.ts';
import type { CheckedFile } from '../findings/checked-file.ts';
import { readUpTo } from './files.ts';
import type { FoundFile } from './found-files.ts';
import { isPlanFile } from './plan-file.ts';
import { type SheetCheckOptions, sheetTerms } from './sheet-terms.ts';

/** The number of bytes that show what kind of file a sheet is. */
const BEGINNING = 200;

/** The result of checking a sheet or a calendar. */
export interface CheckedSheet {
  /** The findings; if the sheet cannot be checked, the reason, as a predicate to follow the name of the sheet. */
  readonly checked: CheckedFile | string;
  /**
   * Sentences to show with the findings, such as those about columns that are not read and lines that are not posts.
   */
  readonly notes: readonly string[];
}

/** A function that checks a sheet or a calendar, given its bytes and the settings of the check. */
export type SheetCheck = (bytes: Uint8Array, terms: CheckTerms) => CheckedSheet;

/**
 * Loads the reader for the format of a sheet or a calendar, and returns the function that checks the file. If the file
 * turns out to be a plan, the function checks it as a plan.
 *
 * @param name - the name of the file in findings
 * @param from - the bytes of the file, or the path at which it is
 * @param now - the current time, in milliseconds since 1970
 */
export async function sheetCheckFor(
  name: string,
  from: Uint8Array | Pick<FoundFile, 'absolute' | 'isNamed'>,
  options: SheetCheckOptions,
  now: number,
): Promise<SheetCheck> {
  const bytes = from instanceof Uint8Array ? from : beginningOf(from);
  const read = await scheduleReader(name, bytes);
  return (whole, terms) => {
    if (isPlanFile(whole, name)) return { checked: checkPlan(whole, name, terms), notes: [] };
    const { policy } = terms;
    const { timezone } = policy;
    const around = mondayOf(weekOf(todayIn(timezone, now)));
    const channels = policy.channels.map((channel) => channel.name);
    let notes: readonly string[] = [];
    try {
      const schedule = read(whole, sheetTerms(options, policy, { channels, timezone, around }));
      notes = notesOn(schedule, name);
      const days = { from: options.from ?? null, to: options.to ?? null };
      return { checked: checkSheet(schedule, name, terms, days), notes };
    } catch (error) {
      if (error instanceof UnreadableSchedule) return { checked: error.message, notes };
      throw error;
    }
  };
}

/** Returns the first bytes of a file, which show how to read it; none if the file cannot be read. */
function beginningOf({ absolute, isNamed }: Pick<FoundFile, 'absolute' | 'isNamed'>): Uint8Array {
  try {
    return readUpTo(absolute, BEGINNING, isNamed);
  } catch {
    return new Uint8Array();
  }
}

/** Whether nobody takes a line for a post, because the line is blank or above the header. */
const isBlank = ({ words, reason }: SkippedLine) =>
  words === undefined && (reason === 'is blank' || reason === 'is above the header');

function notesOn({ unread, skipped, notes, remarks }: Schedule, name: string): readonly string[] {
  // A line that was meant as a post is told in the report.
  const told = skipped.filter((line) => !isBlank(line) && line.fault === undefined);
  return [
    ...remarkSentences({ remarks }, name),
    ...unreadSentences(unread, name),
    ...noteSentences(told, name),
    ...noteSentences(notes, name),
  ];
}

import { MOST_FINDINGS } from '../check/check-plan.ts';
import type { CheckedFile } from '../findings/checked-file.ts';
import { counted } from '../text/words.ts';

/**
 * The most findings that one run lists: as many as one plan may have, plus the finding that says that there are more.
 */
const MOST_LISTED = MOST_FINDINGS + 1;
/** The most days that one run counts. A day counts once for each channel of each plan. */
const MOST_DAYS = 1_000_000;
/**
 * The most channels that one run counts. A channel counts once for each plan, and takes about two kilobytes of memory
 * even if it has one day.
 */
const MOST_CHANNELS = 250_000;
/** The most files that one run looks at, whether or not they are plans. */
const MOST_FILES = 100_000;
/** The most bytes of plans that one run reads. The text of each plan with findings is kept for the reports. */
const MOST_BYTES = 128 * 1024 ** 2;

/**
 * How much one run may still do: the findings to list, the days and the channels to count, the files to look at and the bytes to
 * read. Without such limits, a few kilobytes of plans could cause gigabytes of reports, and a few links could lead to
 * millions of files.
 */
export class Budget {
  private findings = MOST_LISTED;
  private days = MOST_DAYS;
  private channels = MOST_CHANNELS;
  private files = MOST_FILES;
  private bytes = MOST_BYTES;
  private hasCut = false;
  private isStopped = false;

  /** Whether the budget is used up, so that no further file may be checked. */
  get isSpent(): boolean {
    const { findings, days, channels, files, bytes } = this;
    return this.isStopped || [findings, days, channels, files, bytes].some((left) => left <= 0);
  }

  /**
   * Subtracts the findings, the days and the channels of a checked file from the budget. Returns the file with only as many findings
   * as may still be listed; the counts in the file still include all findings.
   */
  spendOn(checked: CheckedFile): CheckedFile {
    const { findings, plan } = checked;
    const listed = findings.slice(0, Math.max(0, this.findings));
    this.hasCut ||= listed.length < findings.length;
    this.findings -= listed.length;
    for (const { days } of plan?.channels ?? []) this.spendDays(days.length, 1);
    return listed.length < findings.length ? { ...checked, findings: listed } : checked;
  }

  /** Subtracts a file that is looked at from the budget. */
  spendFile(): void {
    this.files--;
  }

  /** Subtracts the bytes of a file that was read from the budget. */
  spendBytes(bytes: number): void {
    this.bytes -= bytes;
  }

  /** Leaves all further files unchecked, for use when a file took too long. */
  stop(): void {
    this.isStopped = true;
  }

  /**
   * Subtracts the days of channels of one plan from the budget.
   *
   * @param days - the number of days, each counted once for every channel
   */
  spendDays(days: number, channels: number): void {
    this.days -= days;
    this.channels -= channels;
  }

  /**
   * Returns a sentence that says why the reports are not complete; null if the reports are complete.
   *
   * @param unchecked - the number of files that were not checked because the budget was spent
   */
  whyNotAll(unchecked: number): string | null {
    if (unchecked === 0 && !this.hasCut) return null;
    if (this.isStopped)
      return unchecked === 0
        ? null
        : `${counted(unchecked, 'file was', 'files were')} not checked after that`;
    const left = unchecked === 0 ? '' : `; ${counted(unchecked, 'file was', 'files were')} not checked`;
    if (this.findings <= 0)
      return `there are more than ${grouped(MOST_FINDINGS)} findings, of which only the first are listed${left}; fix these first`;
    if (this.bytes <= 0)
      return `the plans are larger than 128 MiB together${left}; check fewer plans at once`;
    if (this.files <= 0)
      return `there are more than ${grouped(MOST_FILES)} files${left}; check fewer plans at once`;
    if (this.channels <= 0)
      return `the plans have more than ${grouped(MOST_CHANNELS)} channels, each counted once for every plan${left}; check fewer plans at once`;
    return `the plans have more than ${grouped(MOST_DAYS)} days, each counted once for every channel${left}; check fewer plans at once`;
  }
}

function grouped(count: number): string {
  return count.toLocaleString('en');
}

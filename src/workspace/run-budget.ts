import { MOST_FINDINGS } from '../check/check-plan.ts';
import type { CheckedFile } from '../findings/checked-file.ts';
import { counted } from '../text/words.ts';

/** The most findings that one run lists: as many as one plan may have, and the finding that says there are more. */
const MOST_LISTED = MOST_FINDINGS + 1;
/** The most days that one run counts. A day counts once for each channel of each plan. */
const MOST_DAYS = 1_000_000;
/** A channel of a plan counts as at least so many days: its figures cost as much, however short the plan is. */
const LEAST_DAYS = 20;
/** The most posts that one run counts. A post counts once for each of its channels. */
const MOST_POSTS = 1_000_000;
/** The most files that one run looks at, whether or not they are plans. */
const MOST_FILES = 100_000;
/** The most bytes of plans that one run reads. The text of each plan with findings is kept for the reports. */
const MOST_BYTES = 128 * 1024 ** 2;

/**
 * How much one run of cmplan may still do: findings to list, days to count, files to look at, and bytes to read.
 * Without these limits, a few kilobytes of plans could cause gigabytes of reports, and a few links could lead to
 * millions of files.
 */
export class Budget {
  private findings = MOST_LISTED;
  private days = MOST_DAYS;
  private posts = MOST_POSTS;
  private files = MOST_FILES;
  private bytes = MOST_BYTES;
  private hasCut = false;
  private isStopped = false;

  /** Whether the budget is used up, so that no further file may be checked. */
  get isSpent(): boolean {
    const { findings, days, posts, files, bytes } = this;
    return this.isStopped || [findings, days, posts, files, bytes].some((left) => left <= 0);
  }

  /**
   * Subtracts the findings and the days of a checked file from the budget. Returns the file with at most as many
   * findings as may still be listed. The figures in the result still include all findings.
   */
  spendOn(checked: CheckedFile): CheckedFile {
    const { findings, plan } = checked;
    const listed = findings.slice(0, Math.max(0, this.findings));
    this.hasCut ||= listed.length < findings.length;
    this.findings -= listed.length;
    for (const { days } of plan?.channels ?? []) {
      this.spendDays(days.length);
      this.posts -= days.reduce((sum, { planned, unplanned }) => sum + planned + unplanned, 0);
    }
    return listed.length < findings.length ? { ...checked, findings: listed } : checked;
  }

  /** Subtracts one file from the budget. Call this for each file that is looked at, even for a file that is no plan. */
  spendFile(): void {
    this.files--;
  }

  /** Subtracts the bytes of a file that was read from the budget. */
  spendBytes(bytes: number): void {
    this.bytes -= bytes;
  }

  /** Uses up the budget at once, because a file took too long: no further file is checked. */
  stop(): void {
    this.isStopped = true;
  }

  /** Subtracts the days of a plan from the budget, once for each of `channels` channels. */
  spendDays(days: number, channels = 1): void {
    this.days -= Math.max(days, LEAST_DAYS) * channels;
  }

  /**
   * Returns a sentence that says why the reports are not complete; null if they are complete.
   *
   * @param unchecked - the number of files that were not checked because the budget was used up
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
    if (this.posts <= 0)
      return `the plans have more than ${grouped(MOST_POSTS)} posts, each counted once for each of its channels${left}; check fewer plans at once`;
    return `the plans have more than ${grouped(MOST_DAYS)} days, each counted once for every channel${left}; check fewer plans at once`;
  }
}

function grouped(count: number): string {
  return count.toLocaleString('en');
}

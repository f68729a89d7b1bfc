import { MOST_FINDINGS } from '../check/check-plan.ts';
import type { CheckedFile } from '../findings/checked-file.ts';
import { counted } from '../text/words.ts';

/** So many findings are listed over all files, and the one of a plan that says that it has more. */
const MOST_LISTED = MOST_FINDINGS + 1;
/** So many days are counted over all plans and channels. */
const MOST_DAYS = 1_000_000;

/** What one run may still find and count: few kilobytes of plans can ask for gigabytes of reports. */
export class Budget {
  private findings = MOST_LISTED;
  private days = MOST_DAYS;
  private hasCut = false;

  /** Whether there is nothing left for another file. */
  get isSpent(): boolean {
    return this.findings <= 0 || this.days <= 0;
  }

  /** The file with as many of its findings as may still be listed; all of them are counted. */
  spendOn(checked: CheckedFile): CheckedFile {
    const { findings, plan } = checked;
    const listed = findings.slice(0, Math.max(0, this.findings));
    this.hasCut ||= listed.length < findings.length;
    this.findings -= listed.length;
    for (const { days } of plan?.channels ?? []) this.days -= days.length;
    return listed.length < findings.length ? { ...checked, findings: listed } : checked;
  }

  /**
   * Why a run does not say all, as a sentence; null where it does.
   *
   * @param unchecked - how many files were left out because there was nothing left for them
   */
  whyNotAll(unchecked: number): string | null {
    if (unchecked === 0 && !this.hasCut) return null;
    const left = unchecked === 0 ? '' : `; ${counted(unchecked, 'file')} not checked`;
    if (this.findings <= 0)
      return `there are more than ${grouped(MOST_FINDINGS)} findings, of which only the first are listed${left}; fix these first`;
    return `the plans have more than ${grouped(MOST_DAYS)} days, each counted once for every channel${left}; check fewer plans at once`;
  }
}

function grouped(count: number): string {
  return count.toLocaleString('en');
}

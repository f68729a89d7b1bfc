import type { CheckedFile } from '../findings/checked-file.ts';
import { byText } from '../text/words.ts';

/** A text that sorts after every day, so that files without a period come before the others. */
const NEVER = '~';

/**
 * Returns files in the order in which people should look at them. Files with errors come first. Within both groups,
 * files whose period could not be read come first, and then plans, sorted by their last day from the latest to the
 * earliest.
 */
export function byUrgency(files: readonly CheckedFile[]): readonly CheckedFile[] {
  const day = ({ plan }: CheckedFile) => plan?.to ?? NEVER;
  const hasErrors = ({ counts }: CheckedFile) => Number(counts.error > 0);
  return [...files].sort((a, b) => hasErrors(b) - hasErrors(a) || byText(day(b), day(a)));
}

import type { CheckedFile } from '../findings/checked-file.ts';
import { byText } from '../text/words.ts';

/** A text that sorts after every day, so that files without a period come before the others. */
const NEVER = '~';

/**
 * Returns `files` with the most urgent first: files with errors before files without. Within both groups, files whose
 * period could not be read come first, and then plans, from the latest last day to the earliest.
 */
export function byUrgency(files: readonly CheckedFile[]): readonly CheckedFile[] {
  const day = ({ plan }: CheckedFile) => plan?.to ?? NEVER;
  const hasErrors = ({ counts }: CheckedFile) => Number(counts.error > 0);
  return [...files].sort((a, b) => hasErrors(b) - hasErrors(a) || byText(day(b), day(a)));
}

import type { CheckedFile } from '../findings/checked-file.ts';
import { byText } from '../text/words.ts';

/** Sorts after every day, so that files without a period come before files with a period. */
const NEVER = '~';

/**
 * Returns files in the order in which people should look at them: those with errors before the others; within each
 * group, files without a readable period first, and then the plans that end latest.
 */
export function byUrgency(files: readonly CheckedFile[]): readonly CheckedFile[] {
  const day = ({ plan }: CheckedFile) => plan?.to ?? NEVER;
  const hasErrors = ({ counts }: CheckedFile) => Number(counts.error > 0);
  return [...files].sort((a, b) => hasErrors(b) - hasErrors(a) || byText(day(b), day(a)));
}

import type { CheckedFile } from '../findings/checked-file.ts';
import { byText } from '../text/words.ts';

/** Later than every day; what has no period comes first. */
const NEVER = '~';

/** The files in the order in which people should look at them: those with errors first, then the latest first. */
export function byUrgency(files: readonly CheckedFile[]): readonly CheckedFile[] {
  const day = ({ plan }: CheckedFile) => plan?.to ?? NEVER;
  const hasErrors = ({ counts }: CheckedFile) => Number(counts.error > 0);
  return [...files].sort((a, b) => hasErrors(b) - hasErrors(a) || byText(day(b), day(a)));
}

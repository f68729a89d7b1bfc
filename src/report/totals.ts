import type { PlanNumbers } from '../analysis/analyse.ts';
import type { SeverityCounts } from '../findings/checked-file.ts';
import type { Severity } from '../findings/finding.ts';
import { counted } from '../text/words.ts';

/**
 * Returns the number of posts of a plan in words: `9 posts`, or `9 posts, 7 with words, 2 open slots, 1 unplanned`. An
 * open slot is a planned post that has neither a title nor a text yet.
 */
export function postTotals(numbers: PlanNumbers): string {
  const { posts, openSlots, withWords, unplanned, cancelled, onHold } = numbers;
  const words = withWords === 0 ? 'none with words yet' : `${withWords} with words`;
  const parts = [
    counted(posts, 'post'),
    ...(openSlots > 0 ? [words, counted(openSlots, 'open slot')] : []),
    ...(unplanned > 0 ? [`${unplanned} unplanned`] : []),
    ...(cancelled > 0 ? [`${cancelled} cancelled`] : []),
    ...(onHold > 0 ? [`${onHold} on hold`] : []),
  ];
  return parts.join(', ');
}

/** Returns the number of findings of all severities together. */
export function findingTotal({ error, warning, info }: SeverityCounts): number {
  return error + warning + info;
}

/**
 * Returns the number of findings of each severity in words: `3 errors, 1 warning`. Severities without findings are left
 * out; if there are no findings at all, the result is empty.
 *
 * @param paint - adds the colour of a severity to a text; if left out, there are no colours
 */
export function severityTotals(
  counts: SeverityCounts,
  paint = (_: Severity, text: string): string => text,
): string {
  return (['error', 'warning', 'info'] as const)
    .filter((severity) => counts[severity] > 0)
    .map((severity) => paint(severity, counted(counts[severity], severity)))
    .join(', ');
}

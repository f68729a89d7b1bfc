import type { PlanNumbers } from '../analysis/analyse.ts';
import type { Severity } from '../findings/finding.ts';
import type { SeverityCounts } from '../findings/result.ts';
import { counted } from '../words.ts';

/**
 * `9 posts`; `9 posts, 7 with words, 2 open slots, 1 unplanned`; of a blank week
 * `112 posts: 112 open slots, none with words yet`.
 */
export function postTotals(numbers: PlanNumbers): string {
  const { posts, unplanned, cancelled, onHold } = numbers;
  const parts = [
    counted(posts, 'post') + slotsAmong(numbers),
    ...(unplanned > 0 ? [`${unplanned} unplanned`] : []),
    ...(cancelled > 0 ? [`${cancelled} cancelled`] : []),
    ...(onHold > 0 ? [`${onHold} on hold`] : []),
  ];
  return parts.join(', ');
}

function slotsAmong({ posts, openSlots, withWords }: PlanNumbers): string {
  if (openSlots === 0) return '';
  const slots = counted(openSlots, 'open slot');
  const words = withWords === 0 ? 'none with words yet' : `${withWords} with words`;
  return openSlots === posts ? `: ${slots}, ${words}` : `, ${words}, ${slots}`;
}

/** How many findings there are of any severity. */
export function findingTotal({ error, warning, info }: SeverityCounts): number {
  return error + warning + info;
}

/**
 * `3 errors, 1 warning`.
 *
 * @param paint - how the part of a severity is shown
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

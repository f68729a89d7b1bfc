import { quoted } from '../../text/words.ts';
import type { DriftResult } from './drift-report.ts';

const FEW_POSTS = 3;

/**
 * Returns a sentence that says why the result of a comparison may be misleading and, where possible, what to do; `null`
 * if nothing suggests that the result is misleading.
 */
export function hintOn({ counts, covered, measured, schedule, period }: DriftResult): string | null {
  if (covered === null) {
    const days = `${period.from}..${period.to}`;
    return `${quoted(schedule)} has no posts, so it is unclear which days it covers; if nothing is scheduled, add --covers ${days}`;
  }
  if (covered.to < period.from || covered.from > period.to)
    return `${quoted(schedule)} covers ${covered.from} to ${covered.to}, but the plan is for other days; is this the right file?`;
  if (counts.gave_way < FEW_POSTS || 2 * counts.gave_way <= measured) return null;
  return 'most posts gave way to others on their day; if these are the same posts with new words and times, give each post the same id on both sides';
}

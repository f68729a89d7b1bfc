import type { Day } from '../dates.ts';
import { brief, byText } from '../text/words.ts';
import type { Position } from '../yaml/places.ts';

/**
 * How serious a finding is: an error fails the check, a warning only under `--strict` or `--max-warnings`, an info
 * never.
 */
export type Severity = 'error' | 'warning' | 'info';

/** One problem or remark that a rule reports about a file, and its place in the file. */
export interface Finding extends Position {
  /** The id of the rule, such as `mix`. */
  readonly rule: string;
  readonly severity: Severity;
  /**
   * What is wrong, and what to write instead. If there is a target, the message states it too. The message may quote
   * the plan, so each kind of output must escape it.
   */
  readonly message: string;
  /**
   * Whether reports put the name of the channel in front of the message. True if the plan has several channels and the
   * finding is about one of them.
   */
  readonly namesChannel: boolean;
  /** The name of the file in reports. */
  readonly file: string;
  /** The channel that the finding is about; `null` if the finding is not about a single channel. */
  readonly channel: string | null;
  /** The day that the finding is about; `null` if the finding is not about a single day. */
  readonly date: Day | null;
  /** The figures behind the message, for use by programs. The keys depend on the rule. */
  readonly data: Readonly<Record<string, unknown>>;
}

/**
 * Returns the message of a finding as reports print it. If `namesChannel` is `true`, the channel comes first:
 * `instagram: too few posts`.
 */
export function sentenceOf({ message, channel, namesChannel }: Finding): string {
  return namesChannel && channel !== null ? behindChannel(brief(channel), message) : message;
}

/** Returns a message that begins with the names of the channels that it is about: `instagram: too few posts`. */
export function behindChannel(channels: string, message: string): string {
  return `${channels}: ${message}`;
}

/**
 * Returns the findings of one file, sorted by line, column, rule, channel, date and message. If several findings are
 * equal in all of these, only one is kept.
 */
export function inOrder(findings: readonly Finding[]): readonly Finding[] {
  const sorted = [...findings].sort(byPlace);
  return sorted.filter((finding, index) => {
    const before = sorted[index - 1];
    // A mistake that a merge (`<<`) copies into several posts is found several times at one place, but reported once.
    return before === undefined || byPlace(before, finding) !== 0;
  });
}

function byPlace(a: Finding, b: Finding): number {
  return (
    a.line - b.line ||
    a.column - b.column ||
    byText(a.rule, b.rule) ||
    byText(a.channel ?? '', b.channel ?? '') ||
    byText(a.date ?? '', b.date ?? '') ||
    byText(a.message, b.message)
  );
}

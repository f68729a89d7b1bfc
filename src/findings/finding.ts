import type { Day } from '../dates.ts';
import { brief, byText } from '../text/words.ts';
import type { Position } from '../yaml/places.ts';

/** How much a finding weighs: an error turns the check red, a warning can, an info never does. */
export type Severity = 'error' | 'warning' | 'info';

/** One thing that a rule has to say about a file, in plain words. */
export interface Finding extends Position {
  /** The rule's id. */
  readonly rule: string;
  readonly severity: Severity;
  /** What is, what should be and what to write instead. May quote the plan: escape it for each output. */
  readonly message: string;
  /** Whether the message is to name the channel, for the plan has several. */
  readonly namesChannel: boolean;
  /** The file as reports name it. */
  readonly file: string;
  /** The channel that it is about, where it is about one. */
  readonly channel: string | null;
  /** The day that it is about, where it is about one. */
  readonly date: Day | null;
  /** Numbers behind the message, for programs; what is in it depends on the rule. */
  readonly data: Readonly<Record<string, unknown>>;
}

/** The message as a report prints it: behind its channel, where it is to name that. */
export function sentenceOf({ message, channel, namesChannel }: Finding): string {
  return namesChannel && channel !== null ? behindChannel(brief(channel), message) : message;
}

/** A message behind the names of the channels that it is about. */
export function behindChannel(channels: string, message: string): string {
  return `${channels}: ${message}`;
}

/** The findings of one file in order: line, column, rule, channel, date; exact repetitions are dropped. */
export function inOrder(findings: readonly Finding[]): readonly Finding[] {
  const sorted = [...findings].sort(
    (a, b) =>
      a.line - b.line ||
      a.column - b.column ||
      byText(a.rule, b.rule) ||
      byText(a.channel ?? '', b.channel ?? '') ||
      byText(a.date ?? '', b.date ?? '') ||
      byText(a.message, b.message),
  );
  return sorted.filter((finding, index) => index === 0 || !isSame(finding, sorted[index - 1]));
}

/** A mistake that came through a merge into several posts stands in one place, and is said once. */
function isSame(a: Finding, b: Finding | undefined): boolean {
  return (
    b !== undefined &&
    a.line === b.line &&
    a.column === b.column &&
    a.rule === b.rule &&
    a.channel === b.channel &&
    a.date === b.date &&
    a.message === b.message
  );
}

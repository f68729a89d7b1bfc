import type { Path, Place } from './node.ts';

/** The id of a rule about the file itself, which can be neither set nor suppressed. */
type StructuralRule = 'syntax' | 'schema' | 'date' | 'category' | 'channel';

/** A mistake in the structure of a file, such as an unknown key, and the place of the mistake. */
export interface Problem {
  readonly rule: StructuralRule;
  readonly place: Place;
  readonly message: string;
  /** The message without the key and the colon at its start, if it has them. */
  readonly said: string;
  /**
   * The part of the message that says what is wrong, without the advice; the whole message if the two are not separate.
   */
  readonly fact: string;
}

/** A function that is called with each problem in a file while the file is read, in any order. */
export type Report = (problem: Problem) => void;

/**
 * Returns a problem of the rule `schema`.
 *
 * @param path - the path to the value with the problem
 * @param at - which part the problem points to: the value itself, its key, or another part listed in `Place`
 */
export function wrong(path: Path, message: string, at: Place['at'] = 'value'): Problem {
  return problem('schema', path, message, at);
}

/**
 * Returns a problem of the rule `schema`. Its message is `key`, a colon and `said`.
 *
 * @param path - the path to the value with the problem
 * @param at - which part the problem points to: the value itself, its key, or another part listed in `Place`
 */
export function wrongAt(key: string, path: Path, said: string, at: Place['at'] = 'value'): Problem {
  return { ...problem('schema', path, `${key}: ${said}`, at), said };
}

/**
 * Returns a problem of any structural rule (a rule about the file itself).
 *
 * @param path - the path to the value with the problem
 * @param at - which part the problem points to: the value itself, its key, or another part listed in `Place`
 * @param fact - the part of the message that says what is wrong, without advice; if left out, the whole message
 */
export function problem(
  rule: StructuralRule,
  path: Path,
  message: string,
  at: Place['at'] = 'value',
  fact = message,
): Problem {
  return { rule, place: { path, at }, message, said: message, fact };
}

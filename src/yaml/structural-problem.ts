import type { Path, Place } from './node.ts';

/** The id of a rule about the file itself, which can be neither set nor suppressed. */
type StructuralRule = 'syntax' | 'schema' | 'date' | 'category' | 'channel';

/** Something that is wrong with the file itself, and where. */
export interface Problem {
  readonly rule: StructuralRule;
  readonly place: Place;
  readonly message: string;
  /** The message without the key and the colon that it may begin with. */
  readonly said: string;
  /** The part of the message that says what is wrong, for use with different advice. */
  readonly fact: string;
}

/** A function that is called with each problem found while a file is read, in any order. */
export type Report = (problem: Problem) => void;

/** Returns a problem of the rule `schema`. */
export function wrong(path: Path, message: string, at: Place['at'] = 'value'): Problem {
  return problem('schema', path, message, at);
}

/**
 * Returns a problem of the rule `schema` whose message begins with the key and a colon.
 *
 * @param said - the message without the key and the colon
 */
export function wrongAt(key: string, path: Path, said: string, at: Place['at'] = 'value'): Problem {
  return { ...problem('schema', path, `${key}: ${said}`, at), said };
}

/**
 * Returns a problem of any structural rule.
 *
 * @param fact - the part of the message that says what is wrong, if the message says more than that
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

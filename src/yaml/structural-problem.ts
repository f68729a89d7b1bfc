import type { Path, Place } from './node.ts';

/** The rules about the file itself, which cannot be set or suppressed. */
export type StructuralRule = 'syntax' | 'schema' | 'date' | 'category' | 'channel';

/** Something wrong with the file itself, at a place in it. */
export interface Problem {
  readonly rule: StructuralRule;
  readonly place: Place;
  readonly message: string;
  /** The message without the key that it begins with. */
  readonly said: string;
  /** What is wrong alone, without what to do about it, where somebody else may say that. */
  readonly fact: string;
}

/** Takes the problems that a reader finds, in any order. */
export type Report = (problem: Problem) => void;

/** A problem of the rule `schema`. */
export function wrong(path: Path, message: string, at: Place['at'] = 'value'): Problem {
  return problem('schema', path, message, at);
}

/** The same, with the key before the message. */
export function wrongAt(key: string, path: Path, said: string, at: Place['at'] = 'value'): Problem {
  return { ...problem('schema', path, `${key}: ${said}`, at), said };
}

/**
 * A problem of any structural rule.
 *
 * @param fact - what is wrong alone, where the message says more
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

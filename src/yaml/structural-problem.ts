import type { Path, Place } from './node.ts';

/** A rule about the file itself, which cannot be set or suppressed. */
export type StructuralRule = 'syntax' | 'schema' | 'date' | 'category' | 'channel';

/** Something that is wrong with the file itself, at a place in it. */
export interface Problem {
  readonly rule: StructuralRule;
  readonly place: Place;
  readonly message: string;
  /** The message, without the key that it begins with. */
  readonly said: string;
  /** The part of the message that says what is wrong. It is used when the advice comes from elsewhere. */
  readonly fact: string;
}

/** Receives each problem that is found while a file is read, in any order. */
export type Report = (problem: Problem) => void;

/** A problem of the rule `schema`. */
export function wrong(path: Path, message: string, at: Place['at'] = 'value'): Problem {
  return problem('schema', path, message, at);
}

/** A problem of the rule `schema` whose message begins with the key and a colon. */
export function wrongAt(key: string, path: Path, said: string, at: Place['at'] = 'value'): Problem {
  return { ...problem('schema', path, `${key}: ${said}`, at), said };
}

/**
 * A problem of any structural rule.
 *
 * @param fact - the part of the message that says what is wrong, if the message says more
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

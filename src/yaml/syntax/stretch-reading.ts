import { YAMLException } from 'js-yaml';
import { compose } from '../compose.ts';
import { YamlProblem } from '../syntax-problems.ts';

/** The error that says why a text cannot be read: an error of the parser js-yaml, or one of cmplan's own. */
export type Failure = YAMLException | YamlProblem;

/** The characters that the YAML standard does not count as printable (c-printable, YAML 1.2.2 section 5.1). */
const NOT_PRINTABLE = /[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

/**
 * Returns the error about the first control character in a text; `null` if there is none. The error about a NUL says
 * that the file is not text in UTF-8.
 */
export function controlCharacterIn(text: string): YamlProblem | null {
  const control = NOT_PRINTABLE.exec(text);
  if (control === null) return null;
  const [character] = control;
  if (character === '\0') return new YamlProblem(control.index, 'not utf-8');
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return new YamlProblem(control.index, 'control character', `U+${code}`);
}

/** Whether a thrown value is the error that a text cannot be read, and not an error with another cause. */
export function isFailure(error: unknown): error is Failure {
  return error instanceof YamlProblem || error instanceof YAMLException;
}

/**
 * Returns the offset at which the parser stopped, in UTF-16 units from the start of the parsed text.
 *
 * @param length - the length of the parsed text; the offset is never greater
 */
export function offsetOf(failure: Failure, length: number): number {
  const offset = failure instanceof YamlProblem ? failure.offset : (failure.mark?.position ?? 0);
  return Math.min(offset, length);
}

/**
 * Returns the error that says why a part of a text cannot be read by itself; `null` if the part can be read.
 *
 * @param anchors - the names of all anchors in the whole text; an alias to any of these is not a mistake, even if the
 * anchor is outside the part
 */
export function failureOf(part: string, anchors: ReadonlySet<string>): Failure | null {
  const control = controlCharacterIn(part);
  if (control !== null) return control;
  try {
    compose(part, anchors);
    return null;
  } catch (error) {
    if (isFailure(error)) return error;
    throw error;
  }
}

import type { Template } from '../../drafting/template.ts';
import { quoted } from '../../text/words.ts';
import { readUpTo, whyNot } from '../../workspace/files.ts';
import { Refusal } from '../../workspace/refusal.ts';
import { findTemplate, type TemplateKind } from '../../workspace/templates.ts';
import { MOST_BYTES, readSource } from '../../yaml/source.ts';

/** A template that was found and read, with the kind of place where it was found. */
export interface FoundTemplate extends Template {
  readonly kind: TemplateKind;
}

/**
 * Finds a template and returns its contents.
 *
 * @param argument - the name of the template, or its path
 * @param home - the absolute path of the folder that contains the team's folder `templates`
 * @param cwd - the absolute path of the working directory
 * @throws {Refusal} if there is no such template, or if it cannot be read
 */
export function readTemplate(argument: string, home: string, cwd: string): FoundTemplate {
  const found = findTemplate(argument, cwd, home);
  if ('failure' in found) throw new Refusal(found.failure);
  try {
    return { name: argument, kind: found.kind, source: readSource(readUpTo(found.file, MOST_BYTES)) };
  } catch (error) {
    throw new Refusal(`the template ${quoted(argument)} ${whyNot(error, found.file)}`);
  }
}

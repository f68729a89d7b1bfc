import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { didYouMean, listed, quoted } from '../text/words.ts';
import { BUILT_IN_TEMPLATES } from '../version.ts';
import { YAML_NAME } from './files.ts';

/** The folder beside a config in which a team keeps its own templates. */
const TEMPLATES = 'templates';

/**
 * Where a template comes from: `team` for a folder named `templates`, `built-in` for cmplan itself, and `file` for any
 * other place, such as last week's plan.
 */
export type TemplateKind = 'team' | 'built-in' | 'file';

/**
 * Finds a template by its name or its path. A template of the team takes precedence over one of the same name that is
 * built into cmplan. `argument` counts as a path if it contains a slash, ends with `.yaml` or `.yml`, or is not the
 * name of a template.
 *
 * @param cwd - the absolute path of the working directory
 * @param home - the absolute path of the folder that contains the team's folder `templates`
 * @returns the absolute path and the kind of the template; only `failure`, a sentence that says why, if there is none
 */
export function findTemplate(
  argument: string,
  cwd: string,
  home: string,
): { readonly file: string; readonly kind: TemplateKind } | { readonly failure: string } {
  const folders = [path.join(home, TEMPLATES), BUILT_IN_TEMPLATES];
  const names = [...new Set(folders.flatMap(templatesIn))];
  const isPath = /[/\\]/.test(argument) || YAML_NAME.test(argument);
  if (isPath || !names.includes(argument)) {
    const file = path.resolve(cwd, argument);
    if (isFile(file)) return { file, kind: kindOf(file) };
    const name = path.basename(argument).replace(YAML_NAME, '');
    const advice = didYouMean(names.includes(name) ? name : argument, names);
    return {
      failure: `there is no template ${quoted(argument)}${advice || `; choose ${listed(names)}, or name a file`}`,
    };
  }
  const files = folders.flatMap((folder) =>
    ['.yaml', '.yml'].map((ending) => path.join(folder, argument + ending)),
  );
  const file = files.find(isFile) ?? '';
  return { file, kind: kindOf(file) };
}

function kindOf(file: string): TemplateKind {
  const folder = path.dirname(file);
  if (folder === BUILT_IN_TEMPLATES) return 'built-in';
  return path.basename(folder) === TEMPLATES ? 'team' : 'file';
}

function templatesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((name) => YAML_NAME.test(name))
      .map((name) => name.replace(YAML_NAME, ''));
  } catch {
    return [];
  }
}

function isFile(file: string): boolean {
  try {
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

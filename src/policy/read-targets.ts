import { quoted } from '../text/words.ts';
import { type Kind, readFields } from '../yaml/fields.ts';
import type { Node, Path } from '../yaml/node.ts';
import { type Report, wrongAt } from '../yaml/structural-problem.ts';
import { targetsSchema } from './target-shapes.ts';
import type { Mix, StatedTargets } from './targets.ts';

/** The names of all targets, such as `mix` and `reserve`. */
export const TARGET_NAMES: readonly string[] = Object.keys(targetsSchema.shape);

/** The advice in a message about a target that is not below `targets:`, where it belongs. */
export const TARGET_ADVICE = 'move it below "targets:", with two spaces before it';

/** The result of reading a value of `targets` that is not readable at all: every target is invalid (`null`). */
export const UNREADABLE_TARGETS: StatedTargets = Object.fromEntries(TARGET_NAMES.map((key) => [key, null]));

/** Everything outside the file that affects how targets are read. */
export interface TargetTerms {
  /** The team's other names for categories (aliases), each with the category that it stands for. */
  readonly aliases: ReadonlyMap<string, string>;
  /**
   * The names of the targets that may not be set here. If such a target is set nevertheless, it is reported and
   * ignored.
   */
  readonly locked: ReadonlySet<string>;
  /** Whether a channel may have other names here, under `aliases`. True only in a config. */
  readonly takesAliases?: boolean;
}

const LOCKED =
  "is locked by your team's config; delete it with everything that belongs to it, or ask whoever looks after the config";

/**
 * Reads a mapping of targets. Reports each target that is unknown, invalid or locked. In the result, invalid and
 * misspelt targets are `null`; targets that are locked or not set are left out.
 *
 * @param path - the path to the mapping in the file
 */
export function readTargets(node: Node, path: Path, terms: TargetTerms, report: Report): StatedTargets {
  const kind: Kind = {
    schema: targetsSchema,
    noun: 'a set of targets',
    keyNoun: 'a target',
    example: '{ posts_per_day: 6-12, reserve: 20% }',
    refused: new Map([...terms.locked].map((key) => [key, LOCKED])),
  };
  const { values, unreadable } = readFields(node, path, kind, report);
  const stated: Record<string, unknown> = Object.fromEntries(values);
  for (const key of unreadable) {
    if (key in UNREADABLE_TARGETS && !terms.locked.has(key)) stated[key] = null;
  }
  const mix = stated.mix as Mix | null | undefined;
  if (mix) stated.mix = withCategories(mix, [...path, 'mix'], terms.aliases, report);
  return stated as StatedTargets;
}

/**
 * Returns the mix with each alias replaced by its category. Returns null if two names stand for the same category,
 * which is reported.
 */
function withCategories(mix: Mix, path: Path, aliases: TargetTerms['aliases'], report: Report): Mix | null {
  const parts = mix.map((part) => ({ ...part, category: aliases.get(part.category) ?? part.category }));
  const repeated = parts.findIndex(
    ({ category }, index) => parts.findIndex((part) => part.category === category) < index,
  );
  if (repeated < 0) return parts;
  const [first, second] = mix.filter((_, index) => parts[index]?.category === parts[repeated]?.category);
  const names = `${quoted(first?.category ?? '')} and ${quoted(second?.category ?? '')}`;
  report(wrongAt('mix', path, `${names} are names of the same category; keep only one`));
  return null;
}

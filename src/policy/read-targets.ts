import { quoted } from '../text/words.ts';
import { type Kind, readFields } from '../yaml/fields.ts';
import type { Node, Path } from '../yaml/node.ts';
import { type Report, wrongAt } from '../yaml/structural-problem.ts';
import { targetsSchema } from './target-shapes.ts';
import type { Mix, StatedTargets } from './targets.ts';

/** The names of all targets, such as `mix` and `reserve`. */
export const TARGET_NAMES: readonly string[] = Object.keys(targetsSchema.shape);

/** The end of a message about a target that is written outside `targets`: what to do about it. */
export const TARGET_ADVICE = 'move it below "targets:", with two spaces before it';

/** All targets, each marked as set but invalid (null). Used for a mapping of targets that cannot be read at all. */
export const UNREADABLE_TARGETS: StatedTargets = Object.fromEntries(TARGET_NAMES.map((key) => [key, null]));

/** What determines how targets are read, apart from the file itself. */
export interface TargetTerms {
  /** The category that each alias stands for. */
  readonly aliases: ReadonlyMap<string, string>;
  /**
   * The targets that may not be set here. If one is set all the same, it is reported and left out, so that the team's
   * own applies.
   */
  readonly locked: ReadonlySet<string>;
}

const LOCKED =
  "is locked by your team's config; delete it with everything that belongs to it, or ask whoever looks after the config";

/**
 * Reads a mapping of targets. Reports each target that is unknown, invalid or locked. In the result, a target that is
 * invalid or misspelt is null; a target that is locked or not set is left out.
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

/** The mix with aliases replaced by their categories. Null if two names mean the same category, which is reported. */
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

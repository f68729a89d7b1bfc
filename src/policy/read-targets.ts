import { quoted } from '../text/words.ts';
import { type Kind, readFields } from '../yaml/fields.ts';
import type { Node, Path } from '../yaml/node.ts';
import { type Report, wrongAt } from '../yaml/structural-problem.ts';
import { targetsSchema } from './target-shapes.ts';
import type { Mix, StatedTargets } from './targets.ts';

/** The names of the targets. */
export const TARGET_NAMES: readonly string[] = Object.keys(targetsSchema.shape);

/** The advice for a target in the wrong place. */
export const TARGET_ADVICE = 'move it below "targets:", with two spaces before it';

/** Every target as set but invalid. Used when the mapping of targets cannot be read at all. */
export const UNREADABLE_TARGETS: StatedTargets = Object.fromEntries(TARGET_NAMES.map((key) => [key, null]));

/** The settings for reading targets. */
export interface TargetTerms {
  /** Alternative names of categories, each with its category. */
  readonly aliases: ReadonlyMap<string, string>;
  /** Targets that may not be set here. They are reported and left out, so that the team's own apply. */
  readonly locked: ReadonlySet<string>;
}

const LOCKED =
  'is locked by the config of your team; delete it with everything that belongs to it, or ask whoever looks after the config';

/**
 * Reads a mapping of targets. In the result, an invalid target, or a target whose key is mistyped, is null; a target
 * that is not set, or is locked, is left out.
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

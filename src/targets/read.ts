import { type Kind, type Report, readFields } from '../fields.ts';
import type { Node, Path } from '../source/node.ts';
import { targetsSchema } from './schema.ts';
import type { StatedTargets } from './targets.ts';

/** Every target as stated and invalid: what holds where the mapping of the targets itself cannot be read. */
export const UNREADABLE_TARGETS: StatedTargets = Object.fromEntries(
  Object.keys(targetsSchema.shape).map((key) => [key, null]),
);

const TARGETS: Kind = {
  schema: targetsSchema,
  noun: 'a set of targets',
  example: '{ posts_per_day: 6-12, reserve: 20% }',
};

/** Reads a mapping of targets. A target that is invalid, or whose key is mistyped, is null in what it returns. */
export function readTargets(node: Node, path: Path, report: Report): StatedTargets {
  const { values, unreadable } = readFields(node, path, TARGETS, report);
  const stated: Record<string, unknown> = Object.fromEntries(values);
  for (const key of unreadable) {
    if (key in UNREADABLE_TARGETS) stated[key] = null;
  }
  return stated as StatedTargets;
}

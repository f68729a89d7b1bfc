import type { Source } from '../yaml/source.ts';

/** Whether a file is probably meant as a plan: it has at least one of the keys `week`, `from`, `to` and `posts`. */
export function looksLikePlan(source: Source, bytes: Uint8Array): boolean {
  return planKeysOf(source, bytes).length > 0;
}

/**
 * Whether a file is certainly meant as a plan, wherever it is: it has the key `posts` and at least one of the keys
 * `week`, `from` and `to`.
 */
export function isCertainlyPlan(source: Source, bytes: Uint8Array): boolean {
  const keys = planKeysOf(source, bytes);
  return keys.includes('posts') && keys.length > 1;
}

const PLAN_KEYS = ['week', 'from', 'to', 'posts'];

/**
 * Returns which of the keys `week`, `from`, `to` and `posts` a file has at its top level. If the file has syntax
 * errors, these are the keys with which any of its lines begins.
 */
function planKeysOf({ root, problems }: Source, bytes: Uint8Array): readonly string[] {
  if (problems.length === 0) {
    return root?.kind === 'mapping' ? PLAN_KEYS.filter((key) => root.entries.has(key)) : [];
  }
  const text = Buffer.from(bytes)
    .toString('latin1')
    .replace(/^\u00ef\u00bb\u00bf/, '');
  return PLAN_KEYS.filter((key) => new RegExp(`^${key}[ \\t]*:`, 'm').test(text));
}
